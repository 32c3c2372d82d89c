package org.cleardown.family

import android.content.Intent
import android.view.ViewGroup
import android.widget.Switch
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.lock.Keeper
import org.cleardown.lock.PinActivity
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** A relative sets up a phone, from the QR code to the text after a suspicious call. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class FamilyStoryTest {
    private val keeper = Keeper()
    private val phone = keeper.phone
    private val relatives = Relatives(keeper)

    @Test
    fun aDaughterSetsUpHerFathersPhone() {
        val link = relatives.make {
            trust(ANNA)
            keeper.type(R.id.other_phone, "the phone in the hall")
            keeper.type(R.id.cool_down_seconds, "10")
            keeper.choose(R.id.hold_all)
            (checkNotNull(keeper.page.see(R.id.lock)) as Switch).performClick()
        }
        assertThat(link).doesNotContain(Keeper.PIN)
        asksBeforeItTakes(link)
        aPinIsSetAtOnce()
        neitherPinsNorClocksHelpAStranger()
        aCallIsFlaggedAndTheCallBackIsHeld()
        theDaughterIsOneTapAway()
    }

    private fun asksBeforeItTakes(link: String) {
        relatives.open(link)
        val said = keeper.page.texts()
        assertThat(said).contains(keeper.text(R.string.family_from, "Anna"))
        assertThat(said.filter { keeper.text(R.string.hold_all) in it }).hasSize(1)
        val weaker = said.single { keeper.text(R.string.family_weaker) in it }
        assertThat(weaker).containsMatch("07700\\p{Z}900111")
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.press(R.id.family_take)
        assertThat(keeper.policy("hold")).isEqualTo("all")
        assertThat(keeper.policy("cool_down_seconds")).isEqualTo(600)
        assertThat(keeper.status.relative?.from).isEqualTo("Anna")
    }

    private fun aPinIsSetAtOnce() {
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        keeper.type(R.id.pin, Keeper.PIN)
        keeper.type(R.id.pin_again, Keeper.PIN)
        keeper.press(R.id.pin_done)
        phone.turns.until { keeper.status.pin.locks && keeper.front !is PinActivity }
        phone.screens.leave(keeper.front)
    }

    private fun neitherPinsNorClocksHelpAStranger() {
        keeper.settings()
        keeper.type(R.id.history_days, "1")
        keeper.press(R.id.save)
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        repeat(FREE_TRIES + 1) { keeper.give("0000") }
        phone.setClock(TWO_DAYS_MS)
        keeper.give(Keeper.PIN)
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        assertThat(keeper.policy("history_days")).isEqualTo(90)
        repeat(2) { phone.screens.leave(keeper.front) }
        phone.setClock(-TWO_DAYS_MS)
    }

    private fun aCallIsFlaggedAndTheCallBackIsHeld() {
        assertThat(keeper.broken.ring(POLICE)).isEqualTo("warning")
        keeper.broken.hangUp(POLICE)
        assertThat(keeper.broken.dial(POLICE).single()).startsWith("cancel")
    }

    private fun theDaughterIsOneTapAway() {
        phone.screens.start(org.cleardown.aftercall.AfterCallActivity.intent(phone.app))
        phone.turns.settle()
        val tell = checkNotNull(keeper.page.see(R.id.tell_people)) as ViewGroup
        phone.screens.press(tell.getChildAt(0))
        val text = phone.screens.others.last()
        assertThat(text.action).isEqualTo(Intent.ACTION_SENDTO)
        assertThat(text.data.toString()).isEqualTo("smsto:" + android.net.Uri.encode(ANNA))
        assertThat(text.getStringExtra("sms_body")).isEqualTo(keeper.text(R.string.tell_text))
        val people = checkNotNull(keeper.page.see(R.id.people)) as ViewGroup
        phone.screens.press(people.getChildAt(0))
        assertThat(phone.screens.keypads.last()).isEqualTo(ANNA)
    }

    private companion object {
        const val ANNA = "+447700900111"
        const val FREE_TRIES = 4
        const val TWO_DAYS_MS = 48 * 3_600_000L
    }
}
