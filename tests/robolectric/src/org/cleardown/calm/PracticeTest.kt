package org.cleardown.calm

import android.content.Intent
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.PersonSays
import org.cleardown.home.HistoryActivity
import org.cleardown.parts
import org.cleardown.phone.Answers
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

/** The practice of the set-up: the real surfaces, marked, and nothing of it counts. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class PracticeTest {
    private val broken = Broken()
    private val phone = broken.phone
    private val setup = Setup(phone)

    @Test
    fun everySurfaceComesUpMarkedAndIsWrittenDown() {
        start()
        val card = phone.windows.overlays.single()
        assertThat(card.read(R.id.headline)).isEqualTo("Practice: This may be a trick")
        assertThat(card.texts()).contains(setup.text(R.string.practice_note))
        assertThat(phone.notices.headsUp.single().title).startsWith("Practice")
        setup.press(R.id.practice_seen)
        assertThat(phone.windows.overlays).isEmpty()
        assertThat(phone.notices.all).isEmpty()
        assertThat(setup.headline).isEqualTo(setup.text(R.string.hold_headline))
        assertThat(setup.texts).contains(setup.text(R.string.practice_mark))
        setup.press(R.id.practice_next)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.after_call_headline))
        assertThat(setup.texts).contains(setup.text(R.string.practice_mark))
        setup.press(R.id.practice_next)
        assertThat(setup.texts).contains(setup.text(R.string.practice_good))
    }

    @Test
    fun nothingOfItCounts() {
        start()
        setup.press(R.id.practice_seen).press(R.id.practice_next).press(R.id.practice_next).press(R.id.next)
        val home = phone.home()
        assertThat(home.window.decorView.read(R.id.headline)).isEqualTo(setup.text(R.string.home_ready))
        assertThat(broken.dial("01622 690690")).containsExactly(Answers.PLACE)
        phone.screens.start(Intent(phone.app, HistoryActivity::class.java))
        assertThat(setup.texts).contains(setup.text(R.string.history_empty))
    }

    @Test
    fun aRealCallTakesItAwayAtOnce() {
        start()
        assertThat(broken.ring(POLICE)).isEqualTo("warning")
        val headlines = phone.windows.overlays.map { it.read(R.id.headline) }
        assertThat(headlines).containsExactly(setup.text(R.string.headline_warning))
        assertThat(phone.notices.all.map { it.title }).containsExactly(setup.text(R.string.headline_warning))
        assertThat(phone.app.parts.practice.isRunning).isFalse()
    }

    @Test
    fun aCallFromAFriendTakesItAwayToo() {
        start()
        setup.press(R.id.practice_seen)
        assertThat(broken.ring("07700 900123")).isEqualTo("none")
        assertThat(phone.screens.find(org.cleardown.setup.PracticeActivity::class.java)).isNull()
        assertThat(setup.texts).contains(setup.text(R.string.practice_broken))
    }

    @Test
    fun duringAWaitItDoesNotBegin() {
        phone.app.parts.engines.use { engine, now -> engine.person(PersonSays.SUSPICIOUS_CALL_HERE, null, now) }
        setup.open().goTo(R.string.setup_practice_headline).press(R.id.practice_start)
        assertThat(phone.windows.overlays).isEmpty()
        assertThat(setup.texts).contains(setup.text(R.string.practice_not_now))
    }

    @Test
    fun whatDidNotComeUpIsSaid() {
        ShadowSettings.setCanDrawOverlays(false)
        start()
        setup.press(R.id.practice_not_seen).press(R.id.practice_next).press(R.id.practice_next)
        val window = setup.text(R.string.surface_window)
        assertThat(setup.texts).containsAtLeast(
            setup.text(R.string.surface_did_not, window),
            setup.text(R.string.practice_unseen),
        )
    }

    private fun start() {
        setup.open().goTo(R.string.setup_practice_headline)
        phone.mark()
        setup.press(R.id.practice_start)
        assertThat(setup.front.window.decorView.see(R.id.practice_seen)).isNotNull()
    }
}
