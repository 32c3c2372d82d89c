package org.cleardown.calm

import android.app.ActivityManager
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.role.RoleManager.ROLE_CALL_SCREENING
import android.content.Intent
import android.view.View
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.health.HealthActivity
import org.cleardown.parts
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

/** The page "What works": every point that is off has a button that leads to where it is mended. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class HealthTest {
    private val broken = Broken()
    private val phone = broken.phone
    private val setup = Setup(phone)

    @Test
    fun whatIsOnHasNoButtonAndWhatIsOffLeadsToItsScreen() {
        open()
        assertThat(mend("screening")).isNull()
        setup.lose(ROLE_CALL_SCREENING)
        ShadowSettings.setCanDrawOverlays(false)
        open()
        press("screening")
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_screening_headline))
        open()
        press("overlay")
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_permissions_headline))
    }

    @Test
    fun messagesThatThePersonSilencedAreFound() {
        val manager = phone.app.getSystemService(NotificationManager::class.java)
        open()
        assertThat(mend("channel")).isNull()
        val silent = NotificationChannel("warning", "Warnings", NotificationManager.IMPORTANCE_LOW)
        manager.createNotificationChannel(silent)
        open()
        assertThat(mend("channel")).isNotNull()
    }

    @Test
    fun anAppThatMayDoNothingWhileItIsClosedIsFound() {
        shadowOf(phone.app.getSystemService(ActivityManager::class.java)).setBackgroundRestricted(true)
        open()
        assertThat(mend("background")).isNotNull()
    }

    @Test
    fun thePracticeIsAskedForUntilAllCameUp() {
        open()
        press("practice")
        setup.press(R.id.practice_start).press(R.id.practice_seen)
        setup.press(R.id.practice_next).press(R.id.practice_next).press(R.id.next)
        open()
        assertThat(mend("practice")).isNull()
    }

    @Test
    fun theTimesOfRealCallsAreShown() {
        open()
        assertThat(setup.texts.filter { "none measured yet" in it }).hasSize(2)
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        broken.dial("01622 690690")
        open()
        assertThat(setup.texts.filter { "milliseconds" in it }).hasSize(2)
    }

    @Test
    fun theSameTroubleIsToldOnce() {
        repeat(2) { phone.app.parts.troubles.record("native_error") }
        phone.app.parts.troubles.record("busy")
        phone.app.parts.troubles.record("engine_busy")
        phone.turns.settle()
        open()
        val lines = setup.texts.filter { it.startsWith(setup.text(R.string.event_engine_busy)) }
        assertThat(lines).hasSize(1)
        assertThat(lines.single()).contains("2 times")
        assertThat(setup.texts.count { setup.text(R.string.event_native_error) in it }).isEqualTo(1)
    }

    @Test
    fun theReportHasNoNumberOfAnyCall() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        broken.dial("01622 690690")
        open()
        setup.press(R.id.report_share)
        val chosen = checkNotNull(phone.screens.shared)
        val text = chosen.getStringExtra(Intent.EXTRA_TEXT).orEmpty()
        assertThat(text).containsMatch("Works: .*screening")
        assertThat(text).containsMatch("Screening: half within \\d+\\.\\d ms")
        assertThat(text.replace(Regex("[^0-9\\n]"), "")).doesNotContain("690690")
    }

    private fun open(): View {
        phone.screens.front?.let(phone.screens::leave)
        phone.screens.start(Intent(phone.app, HealthActivity::class.java))
        return setup.front.window.decorView
    }

    private fun line(code: String): View = setup.front.window.decorView.findViewWithTag(code)

    private fun mend(code: String): View? = line(code).see(R.id.mend)

    private fun press(code: String) {
        assertThat(line(code).read(R.id.text)).isNotEmpty()
        assertThat(phone.screens.press(checkNotNull(mend(code)) { line(code).texts() })).isTrue()
    }
}
