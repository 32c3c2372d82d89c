package org.cleardown.family

import android.graphics.Bitmap
import android.graphics.Color
import com.google.zxing.BarcodeFormat
import com.google.zxing.BinaryBitmap
import com.google.zxing.EncodeHintType
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.ReaderException
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import com.google.zxing.qrcode.QRCodeWriter
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel

/**
 * A QR code of [text], a few pixels for each of its squares; null if it is too long to be read well.
 *
 * Among the squares a shape can arise that readers take for one of the three corners: of 900 codes ZXing
 * could not read 33 in one size and 6 in any of five. Another mask has other shapes, so the first one is
 * taken that is read. Takes some tens of milliseconds.
 */
fun qrOf(text: String): Bitmap? {
    if (text.length > MOST_CHARACTERS) return null
    val pictures = (BEST_MASK..LAST_MASK).asSequence().map { mask -> Picture(text, mask) }
    return (pictures.firstOrNull { it.isRead() } ?: Picture(text, BEST_MASK)).bitmap()
}

private class Picture(text: String, mask: Int) {
    private val squares = QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints(mask))
    private val side = squares.width * PIXELS
    private val pixels = IntArray(side * side) { at ->
        if (squares.get(at % side / PIXELS, at / side / PIXELS)) Color.BLACK else Color.WHITE
    }

    fun isRead(): Boolean = try {
        QRCodeReader().decode(BinaryBitmap(HybridBinarizer(RGBLuminanceSource(side, side, pixels))))
        true
    } catch (_: ReaderException) {
        false
    }

    fun bitmap(): Bitmap = Bitmap.createBitmap(pixels, side, side, Bitmap.Config.ARGB_8888)

    private fun hints(mask: Int) = mapOf(
        EncodeHintType.ERROR_CORRECTION to ErrorCorrectionLevel.L,
        EncodeHintType.MARGIN to MARGIN,
        EncodeHintType.QR_MASK_PATTERN to mask,
    )
}

/** `MOST_IN_QR` of the library: more squares than that a phone's camera reads badly off a display. */
private const val MOST_CHARACTERS = 2000

/** White squares around it. */
private const val MARGIN = 4
private const val PIXELS = 6

/** The mask that the standard prefers for the text; then all of them, from 0. */
private const val BEST_MASK = -1
private const val LAST_MASK = 7
