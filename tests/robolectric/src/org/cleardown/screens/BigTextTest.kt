package org.cleardown.screens

import android.view.View
import android.view.WindowManager
import android.widget.TextView
import com.google.common.truth.Truth.assertThat
import com.google.common.truth.Truth.assertWithMessage
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.Answers
import org.cleardown.phone.see
import org.cleardown.phone.shown
import org.cleardown.robo.Runner
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** The three alarm screens with the largest font, by night: nothing is cut off, everything can be hit. */
@RunWith(Runner::class)
@Config(sdk = [29, 36], qualifiers = "w360dp-h780dp-port-night-xxhdpi", fontScale = 2f)
class BigTextTest {
    private val broken = Broken()

    @Before
    fun ring() {
        assertThat(RuntimeEnvironment.getApplication().resources.configuration.fontScale).isEqualTo(2f)
        assertThat(broken.ring(POLICE)).isEqualTo("warning")
    }

    @Test
    fun warning() {
        val card = broken.phone.windows.overlays.single()
        isReadable(card)
        val band = checkNotNull(card.see(R.id.band))
        val button = checkNotNull(card.see(R.id.show_call))
        assertThat(button.bottom).isAtMost(band.height)
        val end = (card.layoutParams as WindowManager.LayoutParams).y + card.height
        // As far down as the loudest warning, and no further: answer and decline are below that.
        assertThat(end).isAtMost(card.resources.displayMetrics.heightPixels * 2 / 3)
    }

    @Test
    fun afterCall() {
        broken.hangUp(POLICE)
        assertThat(broken.isInFront("after_call_headline")).isTrue()
        isReadable(broken.phone.screens.front!!.window.decorView)
    }

    @Test
    fun hold() {
        broken.hangUp(POLICE)
        assertThat(broken.dial("01622 690690")).containsExactly(Answers.CANCEL)
        assertThat(broken.isInFront("hold_headline")).isTrue()
        isReadable(broken.phone.screens.front!!.window.decorView)
    }

    private fun isReadable(screen: View) {
        val texts = screen.shown().filterIsInstance<TextView>().filter { it.text.isNotBlank() }
        assertThat(texts).isNotEmpty()
        texts.forEach { assertWithMessage("\"${it.text}\" is cut off").that(cut(it)).isNull() }
        val least = TARGET_DP * screen.resources.displayMetrics.density
        screen.shown().filter { it.isClickable && it.hasOnClickListeners() }.forEach { target ->
            assertWithMessage("height of $target").that(target.height.toFloat()).isAtLeast(least)
            assertWithMessage("width of $target").that(target.width.toFloat()).isAtLeast(least)
        }
    }

    /** What is wrong with the text in this view; null if all of it can be read. */
    private fun cut(view: TextView): String? {
        val layout = view.layout ?: return "it has no layout"
        val room = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        val lines = 0 until layout.lineCount
        return when {
            layout.height > room -> "${layout.height} px of text in $room px"
            lines.any { layout.getEllipsisCount(it) > 0 } -> "it ends in dots"
            lines.any {
                layout.getLineMax(it) > view.width - view.compoundPaddingLeft - view.compoundPaddingRight + 1
            } ->
                "a word is wider than the screen"
            else -> null
        }
    }

    private companion object {
        const val TARGET_DP = 64
    }
}
