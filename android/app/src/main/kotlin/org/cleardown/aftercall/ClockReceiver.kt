package org.cleardown.aftercall

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import org.cleardown.engine.ClockEvent
import org.cleardown.parts

/** Tells the engine that the phone has started, or that somebody set the clock. */
class ClockReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val event = intent.action?.let(EVENTS::get) ?: return
        val pending = goAsync()
        context.parts.work.submit {
            try {
                val left = context.parts.engines.use { engine, now -> engine.clock(event, now) }
                WaitOver.schedule(context, left)
                val status = context.parts.engines.use { engine, now -> engine.status(now) }
                AfterCallMessage.renew(context, status, isGone = event == ClockEvent.BOOTED)
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
    }
}
