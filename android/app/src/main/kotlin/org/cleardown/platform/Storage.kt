package org.cleardown.platform

import android.app.KeyguardManager
import android.content.Context
import android.os.UserManager
import java.io.File

/** Storage that can be read before the first unlock: calls come before it. */
fun Context.deviceProtected(): Context = createDeviceProtectedStorageContext()

/** Whether the person has unlocked the phone since it started. */
fun Context.isUnlocked(): Boolean =
    getSystemService(UserManager::class.java)?.isUserUnlocked ?: false

/** Whether the lock screen is up now. */
fun Context.isScreenLocked(): Boolean =
    getSystemService(KeyguardManager::class.java)?.isKeyguardLocked ?: false

/**
 * Whether a wait may be running: a file that the engine writes before a flagged call is answered
 * for, and removes when nothing runs. Without it calls are placed without native code.
 */
fun Context.isArmed(): Boolean = File(deviceProtected().filesDir, "armed").exists()
