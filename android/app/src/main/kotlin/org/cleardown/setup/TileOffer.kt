package org.cleardown.setup

import android.app.Activity
import android.content.ComponentName
import org.cleardown.R
import org.cleardown.aftercall.SuspiciousTile
import org.cleardown.onPress
import org.cleardown.platform.canOfferTile
import org.cleardown.platform.offerTile
import org.cleardown.say
import org.cleardown.showIf

/** Offers the button "Suspicious call" among the phone's quick settings; an older phone cannot be asked to add it. */
class TileOffer(private val screen: Activity) {
    init {
        screen.showIf(R.id.tile_add, canOfferTile())
        screen.say(R.id.tile_by_hand, if (canOfferTile()) null else screen.getString(R.string.tile_by_hand))
        screen.onPress(R.id.tile_add, ::offer)
    }

    /** Whether there is room for the offer. */
    fun show(isShown: Boolean) = screen.showIf(R.id.tile_offer, isShown)

    private fun offer() {
        val name = screen.getString(R.string.suspicious_call)
        val tile = ComponentName(screen, SuspiciousTile::class.java)
        screen.offerTile(tile, name, R.drawable.ic_suspicious) { isThere ->
            val words = if (isThere) R.string.tile_there else R.string.tile_not_there
            screen.say(R.id.tile_result, screen.getString(words))
        }
    }
}
