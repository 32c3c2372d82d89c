package org.cleardown.managed

import android.content.Intent
import android.view.View
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.health.HealthActivity
import org.cleardown.lock.Keeper
import org.cleardown.lock.Keeper.Companion.PIN
import org.cleardown.lock.PinActivity
import org.cleardown.phone.read
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** An IT team wants the settings locked by a PIN, and nobody has set one on this phone. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class LockWithoutPinTest {
    private val keeper = Keeper()
    private val phone = keeper.phone
    private val team = ItTeam(phone)

    @Test
    fun whoWantsSomethingWeakerChoosesAPinFirstAndThenGivesIt() {
        wantsALock()
        keeper.weaken()
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        assertThat(keeper.page.read(R.id.headline)).isEqualTo(keeper.text(R.string.pin_new_headline))
        assertThat(keeper.page.read(R.id.pin_intro)).startsWith(keeper.text(R.string.pin_wanted))
        keeper.type(R.id.pin_again, PIN)
        keeper.give(PIN)
        phone.turns.until { keeper.front is PinActivity }
        assertThat(keeper.status.pin.set).isTrue()
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.give(PIN)
        phone.turns.until { keeper.policy("hold") == "advise" }
        assertThat(keeper.policy("hold")).isEqualTo("advise")
    }

    @Test
    fun thePageOfWhatWorksNamesTheMissingPinAndSetsOne() {
        assertThat(pinLine()).isNull()
        wantsALock()
        assertThat(checkNotNull(pinLine()).texts()).contains(missing())
        check(checkNotNull(pinLine()).findViewById<View>(R.id.mend).performClick())
        phone.turns.settle()
        assertThat(keeper.page.read(R.id.pin_intro)).isEqualTo(keeper.text(R.string.pin_new))
        keeper.type(R.id.pin, PIN)
        keeper.type(R.id.pin_again, PIN)
        keeper.press(R.id.pin_done)
        phone.turns.until { keeper.status.pin.set }
        assertThat(checkNotNull(pinLine()).texts()).doesNotContain(missing())
    }

    private fun wantsALock() {
        team.puts("lock" to "pin")
        phone.home()
        team.status { it.policy["lock"] == "pin" }
    }

    /** The line about the PIN on the page "What works". */
    private fun pinLine(): View? {
        phone.screens.start(Intent(phone.app, HealthActivity::class.java))
        phone.turns.settle()
        return keeper.page.findViewWithTag("pin")
    }

    private fun missing() = keeper.text(R.string.health_missing, keeper.text(R.string.health_pin))
}
