package org.cleardown.alarm

import android.content.Intent
import android.view.View
import android.widget.Button
import android.widget.CheckBox
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.CallParcel
import org.cleardown.phone.see
import org.cleardown.phone.shown
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The faces of the after-call screen, as a frightened person meets them. */
@RunWith(Runner::class)
@Config(sdk = [36])
class AfterCallTest {
    private val broken = Broken()
    private val phone get() = broken.phone

    @Test
    fun afterAMissedCallTheFirstButtonIsCalm() {
        phone.telecom.screen(CallParcel(POLICE))
        phone.line.ring(POLICE)
        phone.line.hangUp()
        phone.postCall(POLICE, MISSED)
        assertThat(headline()).isEqualTo(broken.text("missed_headline"))
        assertThat(buttons().first().id).isEqualTo(R.id.close)
    }

    @Test
    fun helpAndAnotherPhoneAreSeenAtOnce() {
        answered()
        listOf(R.id.countdown, R.id.other_phone, R.id.gave_details).forEach { assertThat(isInSight(it)).isTrue() }
    }

    @Test
    fun afterGivingDetailsThereAreOnlyStepsAtTheTop() {
        answered()
        press(R.id.gave_details)
        assertThat(headline()).isEqualTo(broken.text("steps_headline"))
        val texts = page().texts()
        assertThat(
            texts.indexOf(broken.text("step_bank"))
        ).isLessThan(texts.indexOf(broken.text("after_call_headline")))
        assertThat(buttons().first().text.toString()).isEqualTo(broken.text("ring_159"))
    }

    @Test
    fun eachStepOpensTheKeypadOrAText() {
        answered()
        press(R.id.gave_details)
        val steps = listOf(
            R.id.ring_bank,
            R.id.step_999,
            R.id.step_101,
            R.id.ring_report_fraud,
            R.id.check_forwarding,
        )
        steps.forEach(::press)
        assertThat(phone.screens.keypads)
            .containsExactly("159", "999", "101", "+443001232040", "*#21#").inOrder()
        press(R.id.text_7726)
        val text = checkNotNull(phone.screens.others.lastOrNull())
        assertThat(text.action).isEqualTo(Intent.ACTION_SENDTO)
        assertThat(text.data?.schemeSpecificPart).isEqualTo("7726")
        assertThat(text.getStringExtra("sms_body")).isEqualTo("Call 01622 690690")
    }

    @Test
    fun numbersAreReadOutDigitByDigit() {
        answered()
        assertThat(checkNotNull(page().see(R.id.ring_101)).contentDescription.toString()).startsWith("1 0 1:")
        assertThat(checkNotNull(page().see(R.id.number)).contentDescription.toString())
            .contains("0 1 6 2 2, 6 9 0 6 9 0")
    }

    @Test
    fun byTextRelayEveryNumberGoesThroughIt() {
        answered()
        (page().see(R.id.relay) as CheckBox).performClick()
        press(R.id.ring_999)
        press(R.id.ring_101)
        assertThat(phone.screens.keypads).containsExactly("18000", "18001101").inOrder()
        assertThat((page().see(R.id.ring_999) as Button).text.toString()).startsWith("18000")
    }

    @Test
    fun theScreenSurvivesATurnOfThePhone() {
        answered()
        press(R.id.gave_details)
        shadowOf(phone.app).grantPermissions()
        phone.screens.turn(phone.screens.front!!)
        phone.turns.settle()
        assertThat(headline()).isEqualTo(broken.text("steps_headline"))
    }

    private fun answered() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        assertThat(phone.screens.front).isInstanceOf(AfterCallActivity::class.java)
    }

    private fun page(): View = phone.screens.front!!.window.decorView

    private fun headline() = page().texts().first()

    private fun buttons() = page().shown().filterIsInstance<Button>()

    private fun press(id: Int) = assertThat(phone.screens.press(id)).isTrue()

    private fun isInSight(id: Int): Boolean = checkNotNull(page().see(id)).isWhollyInSight()

    private companion object {
        /** `DisconnectCause.MISSED` */
        const val MISSED = 5
    }
}
