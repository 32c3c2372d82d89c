package org.cleardown.platform

import android.content.Context
import android.content.RestrictionsManager
import android.os.Build
import android.os.Bundle

/**
 * What IT teams have set for this app, one bundle for each team; none where the phone is nobody's but
 * the person's. Asks the phone: not for the main thread, and not while a call waits.
 */
fun Context.restrictions(): List<Bundle> {
    val manager = getSystemService(RestrictionsManager::class.java) ?: return emptyList()
    return perTeam(manager).ifEmpty { listOfNotNull(manager.applicationRestrictions) }.filterNot(Bundle::isEmpty)
}

/** From Android 14 on several teams may manage a phone; some phones know this call and do not answer it. */
private fun perTeam(manager: RestrictionsManager): List<Bundle> = try {
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
        emptyList()
    } else {
        manager.applicationRestrictionsPerAdmin
    }
} catch (_: RuntimeException) {
    emptyList()
}
