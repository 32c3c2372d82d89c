package org.cleardown.alarm

import android.app.NotificationManager
import android.app.role.RoleManager.ROLE_CALL_REDIRECTION
import android.app.role.RoleManager.ROLE_CALL_SCREENING
import android.content.Intent
import android.os.PowerManager
import android.view.View
import android.widget.EditText
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.DetailsActivity
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.calm.Setup
import org.cleardown.home.HistoryActivity
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.cleardown.setup.PracticeActivity
import org.cleardown.warning.LockedWarningActivity
import org.cleardown.warning.Message
import org.junit.After
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.util.Locale
import java.util.TimeZone

/** What Android does to an app while the person is in the middle of something. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class LifecycleTest {
    private val broken = Broken()
    private val phone get() = broken.phone
    private val zone = TimeZone.getDefault()
    private val locale = Locale.getDefault()

    @After
    fun asBefore() {
        TimeZone.setDefault(zone)
        Locale.setDefault(locale)
    }

    @Test
    fun aLockedPhoneThatIsTurnedGoesOnWarning() {
        phone.isLocked = true
        broken.ring(POLICE)
        val headline = headline()
        phone.screens.turn(phone.screens.front!!)
        assertThat(phone.screens.front).isInstanceOf(LockedWarningActivity::class.java)
        assertThat(headline()).isEqualTo(headline)
        broken.hangUp(POLICE)
        assertThat(phone.screens.find(LockedWarningActivity::class.java)).isNull()
    }

    @Test
    fun withTheDisplayOffItWarnsOnTheLockedPhone() {
        shadowOf(phone.app.getSystemService(PowerManager::class.java)).turnScreenOn(false)
        phone.isLocked = true
        assertThat(broken.ring(POLICE)).isEqualTo("warning")
        assertThat(phone.screens.front).isInstanceOf(LockedWarningActivity::class.java)
        assertThat(phone.notices.headsUp.map { it.title }).contains(broken.text("headline_warning"))
    }

    @Test
    fun aProcessThatDiesInThePracticeLeavesNothingOfItBehind() {
        val setup = Setup(phone).open().goTo(R.string.setup_practice_headline).press(R.id.practice_start)
        val message = phone.notices.all.single().notification
        phone.restartProcess()
        // A process that is killed takes nothing away itself.
        phone.app.getSystemService(NotificationManager::class.java).notify(Message.PRACTICE.ordinal + 1, message)
        setup.open()
        assertThat(phone.notices.all).isEmpty()
        assertThat(phone.windows.overlays).isEmpty()
        assertThat(page().see(R.id.practice_start)).isNotNull()
    }

    @Test
    fun aPracticeScreenWhoseProcessDiedGoes() {
        Setup(phone).open().goTo(R.string.setup_practice_headline)
            .press(R.id.practice_start).press(R.id.practice_seen)
        phone.restartProcess()
        phone.screens.start(Intent(phone.app, PracticeActivity::class.java))
        assertThat(phone.screens.find(PracticeActivity::class.java)).isNull()
    }

    @Test
    fun anotherTimeZoneLeavesTheWaitAndChangesWhatTheClockSays() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"))
        call()
        pass(minutes = 2)
        assertThat(again()).contains("10:0")
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"))
        phone.app.sendBroadcast(Intent(Intent.ACTION_TIMEZONE_CHANGED))
        phone.screens.turn(phone.screens.front!!)
        assertThat(left()).matches("[23]:\\d\\d")
        assertThat(again()).contains("5:0")
        pass(minutes = 4)
        assertThat(headline()).isEqualTo(broken.text("wait_over_headline"))
    }

    @Test
    fun anotherLanguageChangesTheWordsAndNotTheWait() {
        call()
        pass(minutes = 2)
        RuntimeEnvironment.setQualifiers("+cy")
        Locale.setDefault(Locale("cy", "GB"))
        phone.app.sendBroadcast(Intent(Intent.ACTION_LOCALE_CHANGED).setPackage(phone.app.packageName))
        phone.screens.turn(phone.screens.front!!)
        assertThat(headline()).isEqualTo("Peidiwch â’u ffonio’n ôl eto")
        assertThat(left()).matches("[23]:\\d\\d")
        assertThat(phone.notices.all.map { it.title }).containsExactly("Peidiwch â’u ffonio’n ôl eto")
    }

    @Test
    fun aSecondCallWhileTheDetailsAreTypedTakesNothingOfThem() {
        call()
        phone.screens.press(R.id.take_details)
        (page().see(R.id.name) as EditText).setText("PC Smith")
        broken.ring(TREASURY)
        assertThat(phone.windows.overlays).hasSize(1)
        assertThat(phone.screens.front).isInstanceOf(DetailsActivity::class.java)
        broken.hangUp(TREASURY)
        assertThat(phone.screens.front).isInstanceOf(AfterCallActivity::class.java)
        phone.screens.start(Intent(phone.app, HistoryActivity::class.java))
        assertThat(page().texts().any { "PC Smith" in it }).isTrue()
    }

    @Test
    fun aNewVersionOfTheAppKeepsTheWaitAndItsMessage() {
        call()
        pass(minutes = 2)
        phone.restartProcess {
            // Android clears the messages of an app that it replaces.
            phone.app.getSystemService(NotificationManager::class.java).cancelAll()
        }
        phone.app.sendBroadcast(Intent(Intent.ACTION_MY_PACKAGE_REPLACED).setPackage(phone.app.packageName))
        phone.turns.settle()
        assertThat(phone.notices.all.map { it.title }).containsExactly(broken.text("after_call_headline"))
        assertThat(broken.dial("01622 690690").single()).contains("cancel")
        pass(minutes = 4)
        assertThat(phone.notices.all.map { it.title }).contains(broken.text("wait_over_headline"))
    }

    @Test
    fun rolesLostInTheMiddleOfAWaitLeaveTheWaitAndAreSaidAfterIt() {
        val setup = Setup(phone).open().goTo(R.string.setup_practice_headline).press(R.id.next)
        call()
        listOf(ROLE_CALL_SCREENING, ROLE_CALL_REDIRECTION).forEach(setup::lose)
        phone.home()
        assertThat(headline()).isEqualTo(broken.text("home_waiting"))
        pass(minutes = 6)
        phone.screens.leave(phone.screens.front!!)
        phone.home()
        assertThat(page().texts()).contains(broken.text("home_role_lost"))
    }

    private fun call() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        assertThat(phone.screens.front).isInstanceOf(AfterCallActivity::class.java)
    }

    private fun pass(minutes: Int) {
        phone.clock.goTo(phone.clock.storyMs + minutes * MINUTE_MS)
        phone.turns.settle()
    }

    private fun page(): View = phone.screens.front!!.window.decorView

    private fun headline(): String? = page().read(R.id.headline)

    private fun left(): String? = page().read(R.id.countdown)

    private fun again(): String? = page().read(R.id.again)

    private companion object {
        const val TREASURY = "+442072705000"
        const val MINUTE_MS = 60_000L
    }
}
