package org.cleardown.looks

import android.graphics.Bitmap
import java.io.ByteArrayOutputStream
import java.io.DataOutputStream
import java.io.File
import java.util.zip.CRC32
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream
import kotlin.math.abs

/**
 * Pictures as the repository keeps them, in a tenth of the size that Android's own encoder needs: with a palette. A
 * rare colour, at the edge of a letter, becomes a more frequent one that is no farther from it than [NEAR].
 */
object SmallPng {
    private const val PALETTE = 256

    /** Of 255; half of what [Golden] takes for the same. */
    private const val NEAR = 12
    private val SIGNATURE = byteArrayOf(0x89.toByte(), 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    private val CHANNELS = listOf(16, 8, 0)

    /** Writes [bitmap], which has no transparent parts. */
    fun write(bitmap: Bitmap, file: File) {
        val pixels = IntArray(bitmap.width * bitmap.height)
        bitmap.getPixels(pixels, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
        val counts = pixels.toList().groupingBy { it }.eachCount()
        val palette = mutableListOf<Int>()
        val place = counts.entries.sortedByDescending { it.value }.associate { (colour, _) ->
            val near = palette.indices.minByOrNull { distance(palette[it], colour) }
            val isNear = near != null && (palette.size == PALETTE || distance(palette[near], colour) <= NEAR)
            if (!isNear) palette += colour
            colour to (near?.takeIf { isNear } ?: palette.lastIndex)
        }
        file.parentFile.mkdirs()
        DataOutputStream(file.outputStream().buffered()).use { out ->
            out.write(SIGNATURE)
            out.chunk("IHDR") { header ->
                header.writeInt(bitmap.width)
                header.writeInt(bitmap.height)
                header.write(byteArrayOf(8, 3, 0, 0, 0))
            }
            out.chunk("PLTE") { plte -> palette.forEach { one -> CHANNELS.forEach { plte.writeByte(one shr it) } } }
            out.chunk("IDAT") { data ->
                val rows = DataOutputStream(DeflaterOutputStream(data, Deflater(Deflater.BEST_COMPRESSION)))
                for (at in pixels.indices) {
                    if (at % bitmap.width == 0) rows.writeByte(0)
                    rows.writeByte(place.getValue(pixels[at]))
                }
                rows.close()
            }
            out.chunk("IEND") { }
        }
    }

    /** How far two colours are apart: the most of what their channels differ by. */
    fun distance(one: Int, other: Int): Int = maxOf(
        abs((one shr 16 and 0xff) - (other shr 16 and 0xff)),
        abs((one shr 8 and 0xff) - (other shr 8 and 0xff)),
        abs((one and 0xff) - (other and 0xff)),
    )

    private fun DataOutputStream.chunk(type: String, fill: (DataOutputStream) -> Unit) {
        val body = ByteArrayOutputStream().also { it.write(type.toByteArray()) }
        fill(DataOutputStream(body))
        val bytes = body.toByteArray()
        writeInt(bytes.size - type.length)
        write(bytes)
        writeInt(CRC32().apply { update(bytes) }.value.toInt())
    }
}
