package org.cleardown.calm

import android.app.role.RoleManager.ROLE_CALL_SCREENING
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.robo.Runner
import org.cleardown.setup.SetupActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The first screen: how things stand, and what to do now. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class HomeTest {
    private val setup = Setup(Phone(contacts = emptyList()))
    private val phone = setup.phone

    @Test
    fun theFirstTimeItLeadsToTheSetUpLaterItOnlyOffersIt() {
        setup.lose(ROLE_CALL_SCREENING)
        phone.home()
        assertThat(setup.front).isInstanceOf(SetupActivity::class.java)
        setup.press(R.id.close)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.home_not_ready))
        phone.screens.leave(setup.front)
        phone.home()
        assertThat(setup.headline).isEqualTo(setup.text(R.string.home_not_ready))
        setup.press(R.id.finish_setup)
        assertThat(setup.front).isInstanceOf(SetupActivity::class.java)
    }

    @Test
    fun aRoleThatWasLostIsSaidAndOnePressLeadsBackToIt() {
        setup.open().goTo(R.string.setup_practice_headline).press(R.id.next)
        phone.home()
        assertThat(setup.headline).isEqualTo(setup.text(R.string.home_ready))
        setup.lose(ROLE_CALL_SCREENING)
        phone.screens.leave(setup.front)
        phone.home()
        assertThat(setup.texts).contains(setup.text(R.string.home_role_lost))
        setup.press(R.id.finish_setup)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_screening_headline))
    }

    @Test
    fun duringAWaitWhatToDoComesFirstWithTheTime() {
        val broken = Broken(phone)
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        phone.home()
        val page = setup.front.window.decorView
        assertThat(page.read(R.id.countdown)).matches("[45]:\\d\\d")
        assertThat(page.see(R.id.what_to_do)!!.top).isLessThan(page.see(R.id.suspicious_call)!!.top)
        setup.press(R.id.what_to_do)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.after_call_headline))
    }

    @Test
    fun aDayLongItSaysThatTheyMayRingAgain() {
        val broken = Broken(phone)
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        assertThat(ringAgain()).isNull()
        phone.clock.goTo(phone.clock.storyMs + HOUR_MS)
        assertThat(ringAgain()).contains("may ring again")
        phone.clock.goTo(phone.clock.storyMs + 24 * HOUR_MS)
        assertThat(ringAgain()).isNull()
    }

    @Test
    fun whomToRingIsOnePressAwayAndDialsNothing() {
        phone.home()
        setup.press(R.id.whom_to_ring).press(R.id.ring_159)
        assertThat(phone.screens.keypads).containsExactly("159")
    }

    @Test
    fun turningThePhoneKeepsTheCountdown() {
        val broken = Broken(phone)
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        phone.screens.turn(phone.home())
        assertThat(setup.front.window.decorView.read(R.id.countdown)).matches("[45]:\\d\\d")
    }

    private fun ringAgain(): String? {
        val home = phone.home()
        return home.window.decorView.read(R.id.ring_again).also { phone.screens.leave(home) }
    }

    private companion object {
        const val HOUR_MS = 3_600_000L
    }
}
