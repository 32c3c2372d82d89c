package org.cleardown.alarm

import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.ByHandActivity
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.read
import org.cleardown.robo.Runner
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** A phone without a keypad, or without an app for texts: a button still helps. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class NoAppTest {
    private val broken = Broken()
    private val phone get() = broken.phone

    @Before
    fun call() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        // From here on an intent that no app takes is refused, as on a phone.
        shadowOf(phone.app).checkActivities(true)
    }

    @Test
    fun theNumberIsShown() {
        phone.screens.press(R.id.ring_101)
        assertThat(phone.screens.front).isInstanceOf(ByHandActivity::class.java)
        assertThat(read(R.id.headline)).isEqualTo(broken.text("by_hand_headline"))
        assertThat(read(R.id.what)).isEqualTo("101")
        phone.screens.press(R.id.close)
        phone.screens.press(R.id.gave_details)
        phone.screens.press(R.id.ring_report_fraud)
        assertThat(read(R.id.what)).isEqualTo("0300\u00A0123\u00A02040")
        assertThat(phone.screens.keypads).isEmpty()
    }

    @Test
    fun theTextIsShown() {
        phone.screens.press(R.id.gave_details)
        phone.screens.press(R.id.text_7726)
        assertThat(read(R.id.headline)).isEqualTo(broken.text("by_hand_message_headline"))
        assertThat(read(R.id.words)).contains("7726")
        assertThat(read(R.id.what)).isEqualTo("Call 01622\u00A0690690")
    }

    @Test
    fun whatOnlyThisPhoneCanAskIsForThePhoneCompany() {
        phone.screens.press(R.id.gave_details)
        phone.screens.press(R.id.check_forwarding)
        assertThat(read(R.id.headline)).isEqualTo(broken.text("by_hand_company_headline"))
        assertThat(read(R.id.what)).isNull()
    }

    private fun read(id: Int): String? = phone.screens.front!!.window.decorView.read(id)
}
