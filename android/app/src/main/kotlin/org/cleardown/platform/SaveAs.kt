package org.cleardown.platform

import android.app.Activity
import android.content.Intent
import android.net.Uri
import java.io.IOException

/** Saves a text where the person says, by the phone's own file picker; needs no permission. */
class SaveAs(
    private val screen: Activity,
    private val request: Int,
    private val name: String,
    private val type: String,
) {
    /** Opens the file picker; false if the phone has none. */
    fun ask(): Boolean {
        val picker = Intent(Intent.ACTION_CREATE_DOCUMENT)
            .addCategory(Intent.CATEGORY_OPENABLE)
            .setType(type)
            .putExtra(Intent.EXTRA_TITLE, name)
        return screen.openFor(request, picker)
    }

    /** The file that the person named; null if this answer is for another, or they named none. */
    fun answered(requestCode: Int, resultCode: Int, data: Intent?): Uri? =
        data?.data.takeIf { requestCode == request && resultCode == Activity.RESULT_OK }

    /** Writes [text] on a thread of its own: the file may lie anywhere. Then tells [done] on the main thread. */
    fun write(file: Uri, text: String, done: (Boolean) -> Unit) = Thread({
        val isSaved = try {
            screen.contentResolver.openOutputStream(file, "wt")?.use { it.write(text.toByteArray()) } != null
        } catch (_: IOException) {
            false
        } catch (_: RuntimeException) {
            // The other app's own failure, or its file is gone.
            false
        }
        screen.runOnUiThread { if (!screen.isDestroyed) done(isSaved) }
    }, "save").start()
}
