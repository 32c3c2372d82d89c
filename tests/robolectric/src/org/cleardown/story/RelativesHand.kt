package org.cleardown.story

import android.app.Activity
import org.cleardown.R
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.stories.SettingsMakers

/** The person opens settings that somebody made for the phone, or takes away what a relative has set. */
class RelativesHand(private val phone: Phone, private val words: Words) {
    private val makers = SettingsMakers()
    private val screens get() = phone.screens

    /** Opens the link that came, and takes what is in it if the screen lets them. */
    fun import(settings: Action.Import): Change {
        val screen = screens.open(makers.link(settings.from, settings.version, settings.policy))
        screens.press(R.id.family_take)
        screens.front?.takeIf { it !== screen }?.let(screens::leave)
        val isTaken = words.says(screen.window.decorView.read(R.id.headline), "family_taken")
        return change(screen, isTaken).also { screens.leave(screen) }
    }

    /** Goes through the settings to who may change what, and takes it all away. */
    fun removeRelative(): Change {
        val home = phone.home()
        screens.press(R.id.settings)
        val settings = checkNotNull(screens.front)
        screens.press(R.id.family)
        val family = checkNotNull(screens.front)
        val hasNobody = words.says(family.window.decorView.read(R.id.family_who), "family_nobody")
        val isPressed = screens.press(R.id.family_remove)
        check(isPressed != hasNobody) { "nobody has set anything, and can be removed" }
        val isTaken = words.says(family.window.decorView.read(R.id.result), "family_removed")
        val change = if (hasNobody) Change.refused("no_relative") else change(family, isTaken)
        listOf(family, settings, home).forEach(screens::leave)
        return change
    }

    private fun change(screen: Activity, isTaken: Boolean): Change {
        val result = screen.window.decorView.read(R.id.result)
        val refused = REFUSALS.entries.firstOrNull { words.says(result, it.key) }?.value
        return if (isTaken) Change.TAKEN else refused?.let(Change::refused) ?: Change.SILENT
    }

    private companion object {
        val REFUSALS = mapOf(
            "fraud_asks" to "pressure",
            "family_old" to "old",
            "family_in_use" to "in_use",
            "family_other" to "other_key",
        )
    }
}
