package org.cleardown.demo

import android.graphics.Bitmap
import android.graphics.Canvas
import java.io.File

/** A picture just taken, [width] pixels wide as the phone's display is. */
class Shot(val kind: String, val caption: String, val alt: String, height: Int, draw: (Canvas) -> Unit) {
    private val bitmap = Bitmap.createBitmap(WIDTH, height, Bitmap.Config.ARGB_8888).also { draw(Canvas(it)) }
    val width: Int get() = bitmap.width
    val height: Int get() = bitmap.height

    /** Writes it as PNG; afterwards the picture is gone. */
    fun save(file: File) {
        write(bitmap, file)
        bitmap.recycle()
    }

    /** Writes what the display shows before any scrolling. */
    fun saveFirstView(file: File) = write(Bitmap.createBitmap(bitmap, 0, 0, WIDTH, HEIGHT), file)

    private fun write(picture: Bitmap, file: File) {
        file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, BEST, it) }
    }

    companion object {
        /** The size of the display, in pixels. */
        const val WIDTH = 1080
        const val HEIGHT = 2340
        private const val BEST = 100
    }
}
