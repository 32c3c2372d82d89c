package org.cleardown.family

import android.graphics.Bitmap
import android.graphics.Color
import com.google.zxing.BarcodeFormat
import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.QRCodeWriter
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel

/** A QR code of [text], a few pixels for each of its squares; null if it is too long to be read well. */
fun qrOf(text: String): Bitmap? {
    if (text.length > MOST_CHARACTERS) return null
    val hints = mapOf(EncodeHintType.ERROR_CORRECTION to ErrorCorrectionLevel.L, EncodeHintType.MARGIN to MARGIN)
    val squares = QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints)
    val side = squares.width * PIXELS
    val pixels = IntArray(side * side) { at ->
        if (squares.get(at % side / PIXELS, at / side / PIXELS)) Color.BLACK else Color.WHITE
    }
    return Bitmap.createBitmap(pixels, side, side, Bitmap.Config.ARGB_8888)
}

/** `MOST_IN_QR` of the library: more squares than that a phone's camera reads badly off a display. */
private const val MOST_CHARACTERS = 2000

/** White squares around it. */
private const val MARGIN = 4
private const val PIXELS = 6
