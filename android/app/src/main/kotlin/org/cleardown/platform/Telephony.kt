package org.cleardown.platform

import android.content.Context
import android.telephony.TelephonyManager

/** Whether the phone itself calls this an emergency number. False if it does not say. */
fun Context.isEmergency(number: String): Boolean = try {
    getSystemService(TelephonyManager::class.java)?.isEmergencyNumber(number) ?: false
} catch (_: RuntimeException) {
    // No telephony, or the phone's own process is not up yet.
    false
}
