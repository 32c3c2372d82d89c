package org.cleardown.aftercall

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.telephony.TelephonyManager
import org.cleardown.parts
import org.cleardown.platform.deviceProtected

/**
 * Sees a call end on Android 10, which has no screen intent for that, and is a second sign on later
 * versions. Needs the permission READ_PHONE_STATE; gets no number.
 */
class PhoneStateReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action != TelephonyManager.ACTION_PHONE_STATE_CHANGED) return
        val state = intent.getStringExtra(TelephonyManager.EXTRA_STATE)
        // This process may be gone between two broadcasts.
        val memory = context.deviceProtected().getSharedPreferences(FILE, Context.MODE_PRIVATE)
        val before = CallPhase.of(memory.getString(KEY, null))
        val now = before.next(state)
        memory.edit().putString(KEY, now.name).apply()
        when (state) {
            TelephonyManager.EXTRA_STATE_RINGING -> context.parts.warnings.forward()
            TelephonyManager.EXTRA_STATE_IDLE -> {
                val pending = goAsync()
                context.parts.ends.idle(before.wasAnswered) { pending?.finish() }
            }
        }
    }

    private companion object {
        const val FILE = "phone_state"
        const val KEY = "phase"
    }
}
