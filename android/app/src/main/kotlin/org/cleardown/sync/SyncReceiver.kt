package org.cleardown.sync

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import org.cleardown.parts

/** The phone has started, or a new version of the app is here: sees to it that a fetch is planned. Fetches nothing. */
class SyncReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action !in EVENTS) return
        val pending = goAsync()
        context.parts.managed.refresh()
        context.parts.work.submit {
            try {
                SyncPlan.ensure(context, context.parts.engines.use { engine, now -> engine.status(now).sync })
            } finally {
                pending?.finish()
            }
        }
    }

    private companion object {
        val EVENTS = setOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)
    }
}
