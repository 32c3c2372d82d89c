package org.cleardown.looks

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import org.cleardown.looks.check.channels
import java.io.File

/**
 * Compares a picture with the accepted one. With `CLEARDOWN_ACCEPT=1` in the environment the new one is
 * accepted instead. A difference leaves three pictures in `target/looks`.
 */
object Golden {
    /** Each colour channel may differ by this much, of 255: another processor rounds in another way. */
    private const val SAME = 24

    /** So many pixels may differ by more; a changed word has ten times as many. */
    private const val STRAY_PIXELS = 20

    /** What is wrong with how [sight] looks. */
    fun faults(entry: Entry, look: Look, sight: Sight): List<String> {
        if (look !in entry.pictured) return emptyList()
        val name = "${entry.name}-${look.file}"
        val file = File(Folders.golden, "$name.png")
        val actual = Painter.paint(sight, scale = 1f)
        if (System.getenv("CLEARDOWN_ACCEPT") == "1") {
            accept(actual, file)
            return emptyList()
        }
        val expected = read(file) ?: return listOf("No picture was accepted yet: ${file.path}")
        return listOfNotNull(compare(expected, actual, File(Folders.differences, name)))
    }

    /** What differs, if it is too much; then the pictures are in [folder]. */
    fun compare(expected: Bitmap, actual: Bitmap, folder: File): String? {
        folder.deleteRecursively()
        if (isSame(expected, actual)) return null
        val width = maxOf(expected.width, actual.width)
        val height = maxOf(expected.height, actual.height)
        val difference = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888)
        var count = 0
        for (y in 0 until height) {
            for (x in 0 until width) {
                val isSame = isSame(expected.at(x, y), actual.at(x, y))
                if (!isSame) count++
                difference.setPixel(x, y, if (isSame) pale(actual.at(x, y)) else Color.MAGENTA)
            }
        }
        mapOf("expected" to expected, "actual" to actual, "difference" to difference).forEach { (name, bitmap) ->
            save(bitmap, File(folder, "$name.png"))
        }
        return "It looks different in $count pixels: ${folder.path}. If that is right, accept it: CLEARDOWN_ACCEPT=1."
    }

    /** Writes a PNG. */
    fun save(bitmap: Bitmap, file: File) {
        file.parentFile.mkdirs()
        file.outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, BEST, it) }
    }

    private fun read(file: File): Bitmap? =
        if (file.exists()) file.readBytes().let { BitmapFactory.decodeByteArray(it, 0, it.size) } else null

    /** Leaves the file alone where nothing to speak of changed, so that a commit shows only what did. */
    private fun accept(actual: Bitmap, file: File) {
        val isSame = read(file)?.let { isSame(it, actual) } ?: false
        if (!isSame) SmallPng.write(actual, file)
    }

    private fun isSame(expected: Bitmap, actual: Bitmap): Boolean =
        expected.width == actual.width && expected.height == actual.height && count(expected, actual) <= STRAY_PIXELS

    /** How many pixels differ. */
    private fun count(expected: Bitmap, actual: Bitmap): Int {
        val one = pixels(expected)
        val other = pixels(actual)
        return one.indices.count { SmallPng.distance(one[it], other[it]) > SAME }
    }

    private fun pixels(bitmap: Bitmap) = IntArray(bitmap.width * bitmap.height).also {
        bitmap.getPixels(it, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
    }

    private fun Bitmap.at(x: Int, y: Int): Int? = if (x < width && y < height) getPixel(x, y) else null

    private fun isSame(one: Int?, other: Int?): Boolean =
        one != null && other != null && SmallPng.distance(one, other) <= SAME

    private fun pale(colour: Int?): Int {
        val grey = channels(colour ?: Color.WHITE).average().toInt()
        return Color.rgb(PALE + grey / 4, PALE + grey / 4, PALE + grey / 4)
    }

    private const val PALE = 190
    private const val BEST = 100
}
