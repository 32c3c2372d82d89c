package org.cleardown.warning

import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.Level
import org.cleardown.R
import org.cleardown.show
import org.cleardown.wearGround
import org.cleardown.wearIcon

/** Fills the layout `warning_card`, in whatever window it stands. */
fun View.fill(card: WarningCard, showCall: () -> Unit) {
    val level = Level.of(card.alert)
    findViewById<View>(R.id.band).wearGround(level)
    findViewById<TextView>(R.id.headline).apply {
        text = card.headline(context)
        wearIcon(level)
    }
    findViewById<ViewGroup>(R.id.reasons).show(card.sentences(context), context.getColor(level.ink))
    findViewById<View>(R.id.show_call).setOnClickListener { showCall() }
    accessibilityPaneTitle = context.getString(R.string.warning_pane)
    accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
}
