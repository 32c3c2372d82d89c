package org.cleardown.platform

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.provider.ContactsContract.PhoneLookup
import org.cleardown.engine.Contact
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/** Most time that a look-up in the address book may take, in milliseconds. */
private const val LIMIT_MS = 400L

/** Whether this number is in the address book. A call never waits long for that answer. */
fun Context.contact(number: String?): Contact {
    if (checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED || !isUnlocked()) return Contact.UNREADABLE
    if (number.isNullOrBlank()) return Contact.NO
    val look = FutureTask { lookUp(number) }
    Thread(look, "contacts").apply { isDaemon = true }.start()
    return try {
        look.get(LIMIT_MS, TimeUnit.MILLISECONDS)
    } catch (_: TimeoutException) {
        Contact.UNREADABLE
    } catch (_: ExecutionException) {
        Contact.UNREADABLE
    }
}

/** Calls [show] on the main thread with the name that the address book has for [number], if it can be read. */
fun Activity.nameOf(number: String, show: (String) -> Unit) {
    if (checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED) return
    Thread({
        val name = try {
            readName(number)
        } catch (_: RuntimeException) {
            null
        }
        if (!name.isNullOrBlank()) runOnUiThread { if (!isDestroyed) show(name) }
    }, "contacts").apply { isDaemon = true }.start()
}

private fun Context.readName(number: String): String? {
    val entry = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(number))
    val found = contentResolver.query(entry, arrayOf(PhoneLookup.DISPLAY_NAME), null, null, null) ?: return null
    return found.use { if (it.moveToFirst()) it.getString(0) else null }
}

private fun Context.lookUp(number: String): Contact {
    val entry = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(number))
    val found = contentResolver.query(entry, arrayOf(PhoneLookup._ID), null, null, null)
        ?: return Contact.UNREADABLE
    return found.use { if (it.moveToFirst()) Contact.YES else Contact.NO }
}
