package org.cleardown.alarm

import android.content.Intent
import android.widget.EditText
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.PoliceActivity
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What the person writes down of the caller. */
@RunWith(Runner::class)
@Config(sdk = [36])
class DetailsTest {
    private val broken = Broken()
    private val phone get() = broken.phone

    @Before
    fun call() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        phone.screens.press(R.id.take_details)
    }

    @Test
    fun whatWasTypedIsKeptWithoutAnyButton() {
        type(R.id.name, "Sergeant Miller")
        phone.screens.leave(phone.screens.front!!)
        phone.screens.press(R.id.take_details)
        assertThat(field(R.id.name).text.toString()).isEqualTo("Sergeant Miller")
    }

    @Test
    fun itIsShownBeforeThePoliceAreRung() {
        type(R.id.name, "Sergeant Miller")
        type(R.id.wanted, "Vouchers")
        phone.screens.press(R.id.save)
        phone.screens.leave(phone.screens.front!!)
        phone.screens.press(R.id.ring_101)
        assertThat(phone.screens.front).isInstanceOf(PoliceActivity::class.java)
        val texts = phone.screens.front!!.window.decorView.texts()
        assertThat(
            texts
        ).containsAtLeast("Name: Sergeant Miller", "They wanted: Vouchers", "It showed 01622\u00A0690690.")
        assertThat(texts.none { "From:" in it }).isTrue()
        phone.screens.press(R.id.ring_101)
        assertThat(phone.screens.keypads).containsExactly("101")
    }

    @Test
    fun withoutANoteThePoliceAreRungAtOnce() {
        phone.screens.leave(phone.screens.front!!)
        phone.screens.press(R.id.ring_101)
        assertThat(phone.screens.keypads).containsExactly("101")
    }

    @Test
    fun ofACallInAnotherAppTheyAreKeptToo() {
        phone.clock.goTo(phone.clock.storyMs + TWO_DAYS_MS)
        phone.screens.start(Intent(phone.app, SuspiciousCallActivity::class.java))
        phone.screens.press(R.id.elsewhere)
        phone.screens.press(R.id.take_details)
        type(R.id.name, "Sergeant Miller")
        phone.screens.press(R.id.save)
        type(R.id.wanted, "Vouchers")
        phone.screens.press(R.id.save)
        phone.screens.leave(phone.screens.front!!)
        phone.screens.press(R.id.ring_101)
        val texts = phone.screens.front!!.window.decorView.texts()
        assertThat(texts).containsAtLeast("Name: Sergeant Miller", "They wanted: Vouchers")
        assertThat(texts.none { it.startsWith("It showed") }).isTrue()
    }

    private fun field(id: Int) = phone.screens.front!!.window.decorView.see(id) as EditText

    private fun type(id: Int, text: String) = field(id).setText(text)

    private companion object {
        const val TWO_DAYS_MS = 2 * 86_400_000L
    }
}
