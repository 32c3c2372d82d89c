package org.cleardown.aftercall

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import org.cleardown.engine.ClockEvent
import org.cleardown.parts

/**
 * Tells the engine that the phone has started, or that somebody set the clock. Puts the message about the wait
 * right, which a start or a new version of the app clears away, and which keeps the language it was written in.
 */
class ClockReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val action = intent.action?.takeIf { it in EVENTS || it in OTHERS } ?: return
        val event = EVENTS[action]
        val pending = goAsync()
        context.parts.work.submit {
            try {
                if (event != null) context.parts.engines.use { engine, now -> engine.clock(event, now) }
                val status = context.parts.engines.use { engine, now -> engine.status(now) }
                WaitOver.schedule(context, status.coolDownSeconds)
                val isGone = event == ClockEvent.BOOTED || action == Intent.ACTION_MY_PACKAGE_REPLACED
                AfterCallMessage.renew(context, status, isGone)
                if (event == ClockEvent.BOOTED) {
                    context.parts.engines.use { engine, now -> engine.maintain(now) }
                    context.parts.troubles.handOver()
                }
            } finally {
                pending?.finish()
            }
        }
    }

    private companion object {
        val EVENTS = mapOf(
            Intent.ACTION_LOCKED_BOOT_COMPLETED to ClockEvent.BOOTED,
            Intent.ACTION_BOOT_COMPLETED to ClockEvent.BOOTED,
            Intent.ACTION_TIME_CHANGED to ClockEvent.CLOCK_CHANGED,
        )
        val OTHERS = setOf(Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_LOCALE_CHANGED)
    }
}
