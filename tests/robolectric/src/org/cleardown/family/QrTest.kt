package org.cleardown.family

import android.graphics.Bitmap
import com.google.common.truth.Truth.assertThat
import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import kotlin.random.Random

/** Settings of a relative as a QR code: what is drawn is also read. */
@RunWith(Runner::class)
@Config(sdk = [36])
class QrTest {
    private val random = Random(1)

    /** With the standard's own choice of the mask, some of these are not read. */
    @Test
    fun everyCodeThatIsDrawnIsRead() {
        repeat(CODES) {
            val link = link(random.nextInt(SHORTEST, LONG))
            val picture = checkNotNull(qrOf(link))
            assertThat(read(picture)).isEqualTo(link)
        }
    }

    @Test
    fun aLinkThatIsTooLongIsNotDrawn() {
        assertThat(qrOf(link(LONGEST))).isNotNull()
        assertThat(qrOf(link(LONGEST + 1))).isNull()
    }

    private fun link(length: Int) = LINK.padEnd(length, '#').map { if (it == '#') SIGNS.random(random) else it }
        .joinToString("")

    private fun read(picture: Bitmap): String {
        val pixels = IntArray(picture.width * picture.height)
        picture.getPixels(pixels, 0, picture.width, 0, 0, picture.width, picture.height)
        val seen = RGBLuminanceSource(picture.width, picture.height, pixels)
        return QRCodeReader().decode(BinaryBitmap(HybridBinarizer(seen))).text
    }

    private companion object {
        const val CODES = 120
        const val SHORTEST = 400
        const val LONG = 900
        const val LONGEST = 2000
        const val LINK = "cleardown:settings/1/"
        const val SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    }
}
