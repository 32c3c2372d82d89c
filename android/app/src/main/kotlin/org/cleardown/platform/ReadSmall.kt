package org.cleardown.platform

import android.app.Activity
import android.net.Uri
import java.io.IOException

/**
 * Reads a file that the person picked, [most] bytes of it at most, on a thread of its own: the file
 * may lie anywhere. Then tells [done] on the main thread; null if it could not be read.
 */
fun Activity.readSmall(file: Uri, most: Int, done: (String?) -> Unit) = Thread({
    val text = try {
        contentResolver.openInputStream(file)?.use { it.readNBytesUpTo(most).toString(Charsets.UTF_8) }
    } catch (_: IOException) {
        null
    } catch (_: RuntimeException) {
        // The other app's own failure, or its file is gone.
        null
    }
    runOnUiThread { if (!isDestroyed) done(text) }
}, "read").start()

/** `readNBytes` is newer than Android 10. */
private fun java.io.InputStream.readNBytesUpTo(most: Int): ByteArray {
    val bytes = ByteArray(most)
    var found = 0
    while (found < most) {
        val read = read(bytes, found, most - found)
        if (read < 0) break
        found += read
    }
    return bytes.copyOf(found)
}
