package org.cleardown.calm

import android.content.Intent
import android.media.AudioManager
import android.widget.EditText
import android.widget.RadioButton
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.Origin
import org.cleardown.parts
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.robo.Runner
import org.cleardown.settings.SettingsActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The settings as a person sees them: minutes, what protects more at once, what protects less later. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class SettingsTest {
    private val broken = Broken()
    private val phone = broken.phone
    private val setup = Setup(phone)

    @Test
    fun theWaitIsInMinutes() {
        open()
        assertThat(field(R.id.cool_down_seconds).text.toString()).isEqualTo("5")
        field(R.id.cool_down_seconds).setText("10")
        setup.press(R.id.save)
        assertThat(result()).isEqualTo(setup.text(R.string.settings_saved))
        assertThat(policy("cool_down_seconds")).isEqualTo(600)
    }

    @Test
    fun whatIsNotTouchedStaysAsExactAsItIs() {
        phone.app.parts.engines.use { engine, now ->
            engine.configure(mapOf("cool_down_seconds" to 90), Origin.PERSON, now)
        }
        open()
        choose(R.id.hold_all)
        setup.press(R.id.save)
        assertThat(policy("hold")).isEqualTo("all")
        assertThat(policy("cool_down_seconds")).isEqualTo(90)
    }

    @Test
    fun aNumberThatIsNoneIsSaidInMinutes() {
        open()
        field(R.id.cool_down_seconds).setText("45")
        setup.press(R.id.save)
        val error = setup.front.window.decorView.read(R.id.error_cool_down_seconds)
        assertThat(error).isEqualTo(setup.text(R.string.setting_error, "5"))
    }

    @Test
    fun duringAWaitWhatProtectsLessIsPutDownForLaterAndCanBeTakenBack() {
        asksForLessInAWait()
        assertThat(result()).startsWith(setup.text(R.string.settings_not_now))
        assertThat(policy("hold")).isEqualTo("callbacks")
        setup.press(R.id.schedule)
        assertThat(result()).endsWith(setup.text(R.string.settings_later, "").substringAfter('.'))
        assertThat(setup.texts).contains(setup.text(R.string.scheduled_headline))
        assertThat(policy("hold")).isEqualTo("callbacks")
        setup.press(R.id.scheduled_cancel)
        assertThat(setup.texts).doesNotContain(setup.text(R.string.scheduled_headline))
        phone.clock.goTo(phone.clock.storyMs + THREE_HOURS_MS)
        assertThat(policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun whatWasPutDownHoldsWhenItsTimeHasCome() {
        asksForLessInAWait()
        setup.press(R.id.schedule)
        phone.clock.goTo(phone.clock.storyMs + THREE_HOURS_MS)
        assertThat(policy("hold")).isEqualTo("advise")
    }

    @Test
    fun aCallInAnotherAppPutsThatOff() {
        asksForLessInAWait()
        setup.press(R.id.schedule)
        audio.mode = AudioManager.MODE_IN_COMMUNICATION
        phone.clock.goTo(phone.clock.storyMs + THREE_HOURS_MS)
        phone.screens.leave(phone.home())
        assertThat(policy("hold")).isEqualTo("callbacks")
        audio.mode = AudioManager.MODE_NORMAL
        assertThat(policy("hold")).isEqualTo("advise")
    }

    @Test
    fun duringACallWhatIsDueIsTakenBackBeforeItHolds() {
        asksForLessInAWait()
        setup.press(R.id.schedule)
        audio.mode = AudioManager.MODE_IN_COMMUNICATION
        phone.clock.goTo(phone.clock.storyMs + THREE_HOURS_MS)
        setup.press(R.id.scheduled_cancel)
        audio.mode = AudioManager.MODE_NORMAL
        assertThat(policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun aCallThatBeganAfterTheOfferCounts() {
        asksForLessInAWait()
        audio.mode = AudioManager.MODE_IN_COMMUNICATION
        phone.clock.goTo(phone.clock.storyMs + AN_HOUR_MS)
        setup.press(R.id.schedule)
        assertThat(result()).startsWith(setup.text(R.string.settings_not_now))
        assertThat(setup.texts).doesNotContain(setup.text(R.string.scheduled_headline))
    }

    @Test
    fun turningThePhoneKeepsWhatWasChanged() {
        open()
        field(R.id.cool_down_seconds).setText("12")
        choose(R.id.hold_all)
        phone.screens.turn(setup.front)
        assertThat(field(R.id.cool_down_seconds).text.toString()).isEqualTo("12")
        setup.press(R.id.save)
        assertThat(policy("cool_down_seconds")).isEqualTo(720)
        assertThat(policy("hold")).isEqualTo("all")
    }

    private val audio get() = phone.app.getSystemService(AudioManager::class.java)

    /** A warned call has just ended, and the person wants to be protected less. */
    private fun asksForLessInAWait() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        open()
        choose(R.id.hold_advise)
        setup.press(R.id.save)
    }

    private fun open() {
        phone.screens.start(Intent(phone.app, SettingsActivity::class.java))
    }

    private fun choose(id: Int) = (setup.front.window.decorView.see(id) as RadioButton).performClick()

    private fun field(id: Int) = setup.front.window.decorView.see(id) as EditText

    private fun result() = setup.front.window.decorView.read(R.id.result)

    private fun policy(key: String): Any? = phone.app.parts.engines.use { engine, now ->
        engine.status(now).policy[key]
    }

    private companion object {
        const val AN_HOUR_MS = 3_600_000L
        const val THREE_HOURS_MS = 3 * AN_HOUR_MS
    }
}
