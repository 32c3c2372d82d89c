package org.cleardown.platform

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.PowerManager
import android.provider.Settings

/**
 * Opens the keypad with [number] in it; nothing is dialled. False if the phone has no keypad.
 */
fun Context.openKeypad(number: String): Boolean =
    open(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

/** Opens the phone's app for texts with this one in it; nothing is sent. False if there is none. */
fun Context.openText(to: String, text: String): Boolean =
    open(Intent(Intent.ACTION_SENDTO, Uri.fromParts("smsto", to, null)).putExtra("sms_body", text))

/** Lets the person choose an app that takes this text; [title] is above the choice. False if there is none. */
fun Context.shareText(text: String, title: String): Boolean {
    val send = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)
    return open(Intent.createChooser(send, title))
}

/** Opens a screen; false if there is none for this, or the phone does not let us. */
fun Context.open(screen: Intent): Boolean = try {
    startActivity(screen.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    true
} catch (_: RuntimeException) {
    // ActivityNotFoundException, or SecurityException on some makers' phones.
    false
}

/** As [open], for a screen that answers: `onActivityResult` gets [request] with what comes of it. */
fun Activity.openFor(request: Int, screen: Intent): Boolean = try {
    @Suppress("DEPRECATION")
    startActivityForResult(screen, request)
    true
} catch (_: RuntimeException) {
    false
}

/** Whether we may draw over other apps. That also lets us open a screen from the background. */
fun Context.mayDrawOver(): Boolean = Settings.canDrawOverlays(this)

/** Whether the display is on. */
fun Context.isDisplayOn(): Boolean = getSystemService(PowerManager::class.java)?.isInteractive ?: false
