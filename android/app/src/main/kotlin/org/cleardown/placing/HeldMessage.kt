package org.cleardown.placing

import android.content.Context
import org.cleardown.R
import org.cleardown.reasons
import org.cleardown.warning.Channel
import org.cleardown.warning.Message
import org.cleardown.warning.message
import org.cleardown.warning.onPressOpen
import org.cleardown.warning.post

/**
 * Says that a call was stopped, where the hold screen is not looked at: on a watch, in a headset, or
 * after the person has left the screen. Leads back to it.
 */
object HeldMessage {
    /** Posts it; with a sound if [isAway]. */
    fun post(context: Context, card: HoldCard, isAway: Boolean) {
        val why = context.reasons(card.reasons).map { it.text }
        val text = (listOf(context.getString(R.string.hold_held, card.display)) + why).joinToString("\n")
        val channel = if (isAway) Channel.AFTER else Channel.QUIET
        val message = context.message(channel, context.getString(R.string.held_message), text)
            .setContentIntent(context.onPressOpen(card.intent(context)))
            .setOnlyAlertOnce(true)
            .setAutoCancel(true)
        context.post(Message.HELD, message)
    }
}
