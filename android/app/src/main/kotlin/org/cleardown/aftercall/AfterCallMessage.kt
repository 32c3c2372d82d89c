package org.cleardown.aftercall

import android.content.Context
import org.cleardown.R
import org.cleardown.engine.AfterEnd
import org.cleardown.engine.Screen
import org.cleardown.engine.Status
import org.cleardown.platform.Clock
import org.cleardown.warning.Channel
import org.cleardown.warning.Message
import org.cleardown.warning.isUp
import org.cleardown.warning.message
import org.cleardown.warning.onPressOpen
import org.cleardown.warning.post

/** The message that leads back to the after-call screen. Its clock ticks without this process. */
object AfterCallMessage {
    /** Posts it; [alone] if no screen says the same, so that it must be noticed. */
    fun post(context: Context, after: AfterEnd, alone: Boolean) {
        val waits = after.coolDownSeconds > 0
        val title = if (waits) R.string.after_call_headline else R.string.missed_headline
        val text = if (waits) R.string.wait_why else R.string.missed_text
        val channel = if (alone) Channel.WARNING else Channel.AFTER
        val message = context.message(channel, context.getString(title), context.getString(text))
            .setContentIntent(context.onPressOpen(AfterCallActivity.intent(context)))
            .setOnlyAlertOnce(true)
        if (waits) {
            message.setWhen(Clock.now(context).wallMs + after.coolDownSeconds * 1000L)
                .setShowWhen(true)
                .setUsesChronometer(true)
                .setChronometerCountDown(true)
        }
        context.post(Message.AFTER_CALL, message)
    }

    /**
     * Puts the message right after the clock was set, or back after the phone has started again
     * ([isGone]): its countdown goes by the wall clock, and a start clears all messages.
     */
    fun renew(context: Context, status: Status, isGone: Boolean) {
        if (status.coolDownSeconds == 0 || !status.coolDownStarted) return
        if (!isGone && !context.isUp(Message.AFTER_CALL)) return
        post(context, AfterEnd(Screen.AFTER_CALL, status.coolDownSeconds, call = null), alone = false)
    }

    /** Puts "the wait is over" in its place. */
    fun postOver(context: Context) {
        val title = context.getString(R.string.wait_over_headline)
        val text = context.getString(R.string.wait_over_text)
        val message = context.message(Channel.AFTER, title, text)
            .setContentIntent(context.onPressOpen(AfterCallActivity.intent(context)))
            .setAutoCancel(true)
        context.post(Message.AFTER_CALL, message)
    }
}
