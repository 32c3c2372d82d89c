package org.cleardown.platform

import android.Manifest
import android.app.ActivityManager
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build

/** The permission to post notifications, or null where none is needed (before Android 13). */
val notificationPermission: String?
    get() = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) Manifest.permission.POST_NOTIFICATIONS else null

/** Whether the person has granted [permission]. */
fun Context.has(permission: String): Boolean = checkSelfPermission(permission) == PERMISSION_GRANTED

/** Whether notifications show. */
fun Context.mayNotify(): Boolean =
    getSystemService(NotificationManager::class.java)?.areNotificationsEnabled() ?: false

/** Whether messages of this kind come up over other apps; true before the first of them was posted. */
fun Context.showsByItself(channel: String): Boolean {
    val known = getSystemService(NotificationManager::class.java)?.getNotificationChannel(channel) ?: return true
    return known.importance >= NotificationManager.IMPORTANCE_HIGH
}

/** Whether the person, or the phone to save its battery, lets this app do nothing while it is not open. */
fun Context.isKeptFromBackground(): Boolean =
    getSystemService(ActivityManager::class.java)?.isBackgroundRestricted ?: false

/** Whether this app holds [role]. The phone never tells us of a change, so this is asked each time. */
fun Context.holds(role: String): Boolean =
    getSystemService(RoleManager::class.java)?.isRoleHeld(role) ?: false

/** Whether this phone has [role] at all. */
fun Context.offers(role: String): Boolean =
    getSystemService(RoleManager::class.java)?.isRoleAvailable(role) ?: false
