package org.cleardown.platform

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import org.cleardown.engine.Now

/** The phone's clocks, and whether a call is running. */
object Clock {
    /** Wall clock, time since the phone started, and how often it has started. */
    fun now(context: Context): Now = Now(
        wallMs = System.currentTimeMillis(),
        elapsedMs = elapsed(),
        boot = Settings.Global.getLong(context.contentResolver, Settings.Global.BOOT_COUNT, 0),
        inCall = context.isInCall(),
    )

    /** Milliseconds since the phone started; nobody can set this clock. */
    fun elapsed(): Long = SystemClock.elapsedRealtime()
}
