package org.cleardown.lock

import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.lock.Keeper.Companion.PIN
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.robo.Runner
import org.cleardown.settings.SettingsActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Settings that are locked by a PIN, as the person and somebody who presses the person find them. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class LockTest {
    private val keeper = Keeper()
    private val phone = keeper.phone

    @Test
    fun whatIsWeakerAsksForThePinAndIsThenSaved() {
        keeper.lock()
        keeper.weaken()
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.give("0000")
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.pin_wrong))
        keeper.give(PIN)
        phone.turns.until { keeper.policy("hold") == "advise" }
        assertThat(keeper.policy("hold")).isEqualTo("advise")
        assertThat(keeper.front).isInstanceOf(SettingsActivity::class.java)
    }

    @Test
    fun whatIsStrongerIsSavedWithoutIt() {
        keeper.lock()
        keeper.settings()
        keeper.choose(R.id.hold_all)
        keeper.press(R.id.save)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.settings_saved))
        assertThat(keeper.policy("hold")).isEqualTo("all")
    }

    @Test
    fun neitherTheClockNorAStartOfThePhoneOpensTheLock() {
        keeper.lock()
        keeper.weaken()
        repeat(5) { keeper.give("0000") }
        assertThat(keeper.result).startsWith(keeper.text(R.string.pin_later, "").substringBefore('.'))
        phone.setClock(DAY_MS * 2)
        phone.reboot()
        keeper.weaken()
        keeper.give(PIN)
        assertThat(keeper.result).startsWith(keeper.text(R.string.pin_later, "").substringBefore('.'))
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.pass(MINUTE)
        keeper.give(PIN)
        phone.turns.until { keeper.policy("hold") == "advise" }
        assertThat(keeper.policy("hold")).isEqualTo("advise")
    }

    @Test
    fun twoPinsThatDifferSetNone() {
        keeper.settings()
        keeper.choose(R.id.lock_pin)
        keeper.press(R.id.save)
        keeper.press(R.id.set_pin)
        keeper.type(R.id.pin, "1234")
        keeper.type(R.id.pin_again, "1243")
        keeper.press(R.id.pin_done)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.pin_differs))
        assertThat(keeper.status.pin.set).isFalse()
    }

    @Test
    fun aForgottenPinStandsOnTheFirstScreenUntilItIsGone() {
        keeper.lock()
        keeper.weaken()
        keeper.press(R.id.pin_forgot)
        phone.turns.until { keeper.status.pin.forgottenSeconds != null }
        phone.screens.leave(keeper.front)
        phone.home()
        val banner = keeper.text(R.string.pin_forgotten, "").substringBefore('.')
        assertThat(keeper.page.read(R.id.pin_forgotten_text)).startsWith(banner)
        keeper.press(R.id.pin_keep)
        assertThat(keeper.page.see(R.id.pin_forgotten)).isNull()
        assertThat(keeper.status.pin.set).isTrue()
        keeper.weaken()
        keeper.press(R.id.pin_forgot)
        phone.turns.until { keeper.status.pin.forgottenSeconds != null }
        keeper.pass(DAY_S)
        assertThat(keeper.status.pin.set).isFalse()
        keeper.weaken()
        assertThat(keeper.policy("hold")).isEqualTo("advise")
    }

    @Test
    fun duringTheHourAfterACallNeitherPinNorPatienceHelps() {
        keeper.lock()
        keeper.broken.ring(POLICE)
        keeper.broken.hangUp(POLICE)
        keeper.weaken()
        assertThat(keeper.result).startsWith(keeper.text(R.string.fraud_asks))
        keeper.press(R.id.set_pin)
        keeper.give(PIN)
        phone.turns.until { keeper.page.see(R.id.pin_again) != null }
        keeper.type(R.id.pin, "9999")
        keeper.type(R.id.pin_again, "9999")
        keeper.press(R.id.pin_done)
        phone.turns.until { keeper.result == keeper.text(R.string.fraud_asks) }
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.fraud_asks))
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun aPressThroughAnotherAppsWindowDoesNothing() {
        keeper.settings()
        keeper.choose(R.id.hold_all)
        val save = checkNotNull(keeper.page.see(R.id.save))
        keeper.touch(save, isObscured = true)
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.touch(save, isObscured = false)
        assertThat(keeper.policy("hold")).isEqualTo("all")
    }

    private companion object {
        const val MINUTE = 60
        const val DAY_S = 24 * 3600
        const val DAY_MS = DAY_S * 1000L
    }
}
