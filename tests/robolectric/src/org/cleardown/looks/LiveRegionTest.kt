package org.cleardown.looks

import android.view.View
import android.widget.Button
import android.widget.TextView
import com.google.common.truth.Truth.assertThat
import com.google.common.truth.Truth.assertWithMessage
import org.cleardown.R
import org.cleardown.aftercall.DetailsActivity
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.home.HistoryActivity
import org.cleardown.looks.check.Case
import org.cleardown.looks.check.named
import org.cleardown.parts
import org.cleardown.robo.Runner
import org.cleardown.settings.SettingsActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What appears on an open screen after a press is said by TalkBack without looking for it. */
@RunWith(Runner::class)
@Config(sdk = [36], qualifiers = "w360dp-h780dp-port-mdpi")
class LiveRegionTest {
    private val stage = Stage()

    @Test
    fun callAnyway() = says(R.id.call_anyway) {
        call(POLICE)
        broken.dial("01622 690690")
        front()
    }

    @Test
    fun detailsSaved() = says(R.id.save) {
        call(POLICE)
        screen<DetailsActivity>()
    }

    @Test
    fun settingsSaved() = says(R.id.save) { screen<SettingsActivity>() }

    @Test
    fun deleteAll() = says(R.id.delete_all) {
        call(POLICE)
        screen<HistoryActivity>()
    }

    @Test
    fun nothingWorks() = says(R.id.on_this_phone) {
        screen<SuspiciousCallActivity>().also { phone.app.parts.engines.bypass() }
    }

    /** A clock that speaks every second drowns everything else. */
    @Test
    fun theCountdownIsQuiet() {
        stage.call(POLICE)
        val clock = stage.front().root.findViewById<View>(R.id.countdown)
        assertThat(isLive(clock)).isFalse()
    }

    @Test
    fun silenceIsFound() {
        val sight = stage.screen<SettingsActivity>()
        sight.root.findViewById<View>(R.id.result).accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_NONE
        assertThat(unsaid(sight, R.id.save)).isNotEmpty()
    }

    private fun says(button: Int, show: Stage.() -> ViewSight) {
        val sight = stage.show()
        assertWithMessage("appears without a word").that(unsaid(sight, button)).isEmpty()
    }

    /** Presses the button; new texts that TalkBack says nothing of. Another button is found when it is looked for. */
    private fun unsaid(sight: ViewSight, button: Int): List<String> {
        val before = sight.texts.toSet()
        stage.press(button)
        val fresh = Case(sight).texts.filter { it.text.toString() !in before }
        assertWithMessage("new texts").that(fresh).isNotEmpty()
        val spoken = fresh.filter { it.isImportantForAccessibility && it !is Button }
        return spoken.filterNot(::isLive).map(TextView::named)
    }

    private fun isLive(view: View): Boolean {
        if (view.accessibilityLiveRegion != View.ACCESSIBILITY_LIVE_REGION_NONE) return true
        val parent = view.parent as? View ?: return false
        return isLive(parent)
    }
}
