package org.cleardown.aftercall

import android.content.Context
import org.cleardown.R
import org.cleardown.engine.AfterEnd
import org.cleardown.platform.Clock
import org.cleardown.warning.Channel
import org.cleardown.warning.Message
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
        if (waits) {
            message.setWhen(Clock.now(context).wallMs + after.coolDownSeconds * 1000L)
                .setShowWhen(true)
                .setUsesChronometer(true)
                .setChronometerCountDown(true)
        }
        context.post(Message.AFTER_CALL, message)
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
