package org.cleardown.alarm

import android.view.View
import android.view.WindowManager
import android.widget.ScrollView
import android.widget.TextView
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The window over a ringing call: where it is, how big, and what it says first. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class WarningCardTest {
    private val broken = Broken()

    @Test
    fun itLeavesTheStripAtTheTopAndTheButtonsBelowFree() {
        broken.ring(POLICE)
        assertThat(top()).isAtLeast(px(STRIP_DP))
        assertThat(top() + card().height).isAtMost(height() * 6 / 10)
    }

    @Test
    fun whatToDoIsReadWithoutScrolling() {
        broken.ring(POLICE)
        val advice = card().findViewWithTag<View>("advice")
        val scroll = checkNotNull(card().see(R.id.text)) as ScrollView
        assertThat(advice.bottom + (advice.parent as View).top).isAtMost(scroll.height)
    }

    @Test
    @Config(sdk = [36], qualifiers = "w320dp-h693dp-port-mdpi", fontScale = 2f)
    fun alsoInTheLargestType() = whatToDoIsReadWithoutScrolling()

    @Test
    @Config(sdk = [36], qualifiers = "w320dp-h480dp-port-mdpi")
    fun alsoOnASmallPhone() = whatToDoIsReadWithoutScrolling()

    @Test
    fun aCertainFakeIsBigger() {
        broken.ring(POLICE)
        val usual = headlineSize()
        broken.hangUp(POLICE)
        broken.ring("159")
        assertThat(headlineSize()).isGreaterThan(usual)
        assertThat(top() + card().height).isAtMost(height() * 2 / 3)
    }

    @Test
    fun aSecondCallIsBiggerAndSaysSoFirst() {
        broken.ring(POLICE)
        val (height, size) = card().height to headlineSize()
        broken.hangUp(POLICE)
        broken.ring(POLICE)
        assertThat(headlineSize()).isGreaterThan(size)
        assertThat(card().height).isGreaterThan(height)
        val texts = card().texts()
        assertThat(texts.indexOf(broken.text("reason_second_call")))
            .isLessThan(texts.indexOf(broken.text("reason_listed_unknown")))
    }

    @Test
    fun aShortNumberIsCalledByWhatItIsFor() {
        broken.ring("159")
        assertThat(card().texts()).contains("It shows 159, the number for ringing your bank.")
        val line = card().findViewWithTag<View>("organisation")
        assertThat(line.contentDescription.toString()).contains("1 5 9")
    }

    @Test
    @Config(qualifiers = "w780dp-h360dp-land-xxhdpi")
    fun inLandscapeItLeavesTheLowerPartFree() {
        broken.ring(POLICE)
        assertThat(top() + card().height).isAtMost(height() * 6 / 10)
        assertThat(checkNotNull(card().see(R.id.headline)).height).isGreaterThan(0)
    }

    private fun card(): View = broken.phone.windows.overlays.single()

    private fun top() = (card().layoutParams as WindowManager.LayoutParams).y

    private fun headlineSize() = (card().see(R.id.headline) as TextView).textSize

    private fun height() = card().resources.displayMetrics.heightPixels

    private fun px(dp: Int) = (dp * card().resources.displayMetrics.density).toInt()

    private companion object {
        /** Most of the strip with which a phone in use tells of a call. */
        const val STRIP_DP = 150
    }
}
