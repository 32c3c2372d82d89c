package org.cleardown.calm

import android.app.Activity
import android.app.role.RoleManager.ROLE_CALL_REDIRECTION
import android.app.role.RoleManager.ROLE_CALL_SCREENING
import android.widget.EditText
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.phone.see
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The set-up: one screen after the other, to be left and taken up again, nothing that has to be allowed. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class SetupTest {
    private val setup = Setup()

    @Test
    fun itHasSixScreensAndEndsWithoutAnythingTurnedOn() {
        listOf(ROLE_CALL_SCREENING, ROLE_CALL_REDIRECTION).forEach(setup::lose)
        setup.open()
        val headlines = (1..SCREENS).map { step ->
            assertThat(setup.texts).contains(setup.text(R.string.setup_progress, step, SCREENS))
            setup.headline.also { setup.press(R.id.next) }
        }
        assertThat(headlines).containsNoDuplicates()
        assertThat(setup.phone.screens.front).isNull()
    }

    @Test
    fun itGoesOnWhereItWasLeft() {
        setup.open().goTo(R.string.setup_permissions_headline).press(R.id.close)
        assertThat(setup.phone.screens.front).isNull()
        setup.phone.restartProcess()
        assertThat(setup.open().headline).isEqualTo(setup.text(R.string.setup_permissions_headline))
        setup.press(R.id.back)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_redirection_headline))
    }

    @Test
    @Config(sdk = [29])
    fun thePhonesBackGoesOneScreenBackAndFromTheFirstOut() {
        setup.open().press(R.id.next)
        back()
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_about_headline))
        back()
        assertThat(setup.phone.screens.front).isNull()
    }

    @Test
    fun whatThePersonWroteIsKeptHoweverTheyLeave() {
        setup.open().goTo(R.string.setup_people_headline)
        write(R.id.other_phone, "My neighbour Ann")
        write(R.id.bank_number, "01632 960200")
        setup.press(R.id.close)
        setup.phone.restartProcess()
        setup.open()
        assertThat(read(R.id.other_phone)).isEqualTo("My neighbour Ann")
        assertThat(read(R.id.bank_number)).isNotEmpty()
    }

    @Test
    fun aNumberThatIsNoneIsSaidAndCanBeLeftOut() {
        setup.open().goTo(R.string.setup_people_headline)
        write(R.id.bank_number, "12")
        setup.press(R.id.next)
        assertThat(setup.texts).contains(setup.text(R.string.setup_bank_wrong))
        setup.press(R.id.next)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_practice_headline))
    }

    @Test
    fun aRefusedRoleLeadsToThePhonesSettings() {
        setup.lose(ROLE_CALL_SCREENING)
        setup.open().press(R.id.next).press(R.id.turn_on)
        val asked = shadowOf(setup.front).nextStartedActivityForResult
        shadowOf(setup.front).receiveResult(asked.intent, Activity.RESULT_CANCELED, null)
        setup.phone.turns.settle()
        assertThat(setup.texts).containsAtLeast(
            setup.text(R.string.setup_role_refused),
            setup.text(R.string.setup_open_settings),
        )
        setup.press(R.id.next)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_redirection_headline))
    }

    @Test
    fun turningThePhoneChangesNothing() {
        setup.open().goTo(R.string.setup_people_headline)
        write(R.id.other_phone, "The landline in the hall")
        setup.phone.screens.turn(setup.front)
        assertThat(setup.headline).isEqualTo(setup.text(R.string.setup_people_headline))
        assertThat(read(R.id.other_phone)).isEqualTo("The landline in the hall")
    }

    @Suppress("DEPRECATION")
    private fun back() {
        setup.front.onBackPressed()
        setup.phone.turns.settle()
    }

    private fun write(id: Int, text: String) = field(id).setText(text)

    private fun read(id: Int) = field(id).text.toString()

    private fun field(id: Int) = setup.front.window.decorView.see(id) as EditText

    private companion object {
        const val SCREENS = 6
    }
}
