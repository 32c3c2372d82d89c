package org.cleardown.family

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.multi.qrcode.QRCodeMultiReader
import org.cleardown.R
import org.cleardown.lock.Keeper
import org.cleardown.phone.Contacts
import org.cleardown.phone.see
import org.robolectric.Shadows.shadowOf

/** Relatives who set up a phone for its owner: each makes settings on the app, the owner opens them. */
class Relatives(val keeper: Keeper) {
    private val phone = keeper.phone

    init {
        TestKeystore.install()
    }

    /** On the relative's own phone: makes settings; gives what a camera reads off the display. */
    fun make(name: String = "Anna", wanted: Relatives.() -> Unit = {}): String {
        val screen = checkNotNull(phone.screens.start(Intent(phone.app, ForSomeoneActivity::class.java)))
        keeper.type(R.id.family_from, name)
        wanted()
        keeper.press(R.id.family_make)
        phone.turns.until { keeper.page.see(R.id.family_made) != null || keeper.result != null }
        check(keeper.page.see(R.id.family_made) != null) { "${keeper.result}" }
        phone.turns.settle()
        val link = read(checkNotNull(keeper.page.see(R.id.family_qr)))
        phone.screens.leave(screen)
        return link
    }

    /** Picks a trusted person; the contact picker, another app, hands back the entry. */
    fun trust(number: String) {
        keeper.press(R.id.trusted_add)
        val screen = keeper.front
        val asked = shadowOf(screen).nextStartedActivityForResult
        shadowOf(screen).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(Contacts.pick(number)))
        phone.turns.settle()
    }

    /** The owner's camera, or messenger, opens a link. */
    fun open(link: String): Activity = phone.screens.open(link)

    /** The owner opens a link and takes what is in it. */
    fun take(link: String) {
        val screen = open(link)
        keeper.press(R.id.family_take)
        phone.screens.leave(screen)
    }

    /**
     * What a camera sees. Not the reader by which the app looks at its own drawing: that one gives up where
     * something looks like a fourth corner, this one looks on.
     */
    private fun read(view: View): String {
        val drawn = Bitmap.createBitmap(view.width * DENSE, view.height * DENSE, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(drawn).apply { scale(DENSE.toFloat(), DENSE.toFloat()) })
        val pixels = IntArray(drawn.width * drawn.height)
        drawn.getPixels(pixels, 0, drawn.width, 0, 0, drawn.width, drawn.height)
        val seen = RGBLuminanceSource(drawn.width, drawn.height, pixels)
        val hints = mapOf(DecodeHintType.TRY_HARDER to true)
        return QRCodeMultiReader().decodeMultiple(BinaryBitmap(HybridBinarizer(seen)), hints).first().text
    }

    private companion object {
        /** Pixels of a phone's display for each of the test's. */
        const val DENSE = 3
    }
}
