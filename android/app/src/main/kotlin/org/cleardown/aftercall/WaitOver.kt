package org.cleardown.aftercall

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import org.cleardown.parts
import org.cleardown.platform.Clock
import org.cleardown.warning.Message
import org.cleardown.warning.withdraw

/** Says that the wait is over. The alarm is only a reminder to look; the engine knows the time. */
object WaitOver {
    /** Looks again in [seconds], if a wait runs. Android may be a little late. */
    fun schedule(context: Context, seconds: Int) {
        if (seconds <= 0) return
        val look = PendingIntent.getBroadcast(
            context,
            0,
            Intent(context, WaitOverReceiver::class.java),
            PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
        )
        context.getSystemService(AlarmManager::class.java).setAndAllowWhileIdle(
            AlarmManager.ELAPSED_REALTIME_WAKEUP,
            Clock.elapsed() + seconds * 1000L,
            look,
        )
    }
}

/** The alarm. */
class WaitOverReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val pending = goAsync()
        context.parts.work.submit {
            try {
                val status = context.parts.engines.use { engine, now -> engine.status(now) }
                when {
                    status.coolDownSeconds == 0 -> {
                        context.withdraw(Message.HELD)
                        AfterCallMessage.postOver(context)
                    }
                    status.coolDownStarted -> WaitOver.schedule(context, status.coolDownSeconds)
                }
            } finally {
                pending?.finish()
            }
        }
    }
}
