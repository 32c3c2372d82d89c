package org.cleardown.managed

import android.content.Intent
import android.content.RestrictionEntry
import android.content.RestrictionsManager
import android.os.UserManager
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.calm.Setup
import org.cleardown.engine.Origin
import org.cleardown.health.HealthActivity
import org.cleardown.parts
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.cleardown.settings.SettingsActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What an IT team sets by managed configuration holds, is shown as theirs, and goes with them. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class ManagedSettingsTest {
    private val broken = Broken()
    private val phone = broken.phone
    private val setup = Setup(phone)
    private val team = ItTeam(phone)

    @Test
    fun itHoldsFromTheStartOfTheAppOnAndAfterAChangeWhileItRuns() {
        team.puts("cool_down_seconds" to 900, "hold" to "all")
        phone.home()
        val status = team.status { it.policy["cool_down_seconds"] == 900 }
        assertThat(status.policy["hold"]).isEqualTo("all")
        assertThat(status.origins).containsExactly("cool_down_seconds", Origin.MANAGED, "hold", Origin.MANAGED)
        team.sets("cool_down_seconds" to 1200)
        assertThat(team.status { it.policy["cool_down_seconds"] == 1200 }.policy["hold"]).isEqualTo("callbacks")
    }

    @Test
    fun aPhoneOnWhichNobodyOpensTheAppLearnsOfItAfterACall() {
        team.puts("history_days" to 7)
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        assertThat(team.status { it.policy["history_days"] == 7 }.origins).containsKey("history_days")
    }

    @Test
    fun withoutTheTeamThePersonsOwnSettingIsBackAlsoAfterARestart() {
        own("cool_down_seconds" to 600)
        team.puts("cool_down_seconds" to 900)
        phone.home()
        team.status { it.policy["cool_down_seconds"] == 900 }
        phone.restartProcess { team.puts() }
        phone.home()
        val status = team.status { it.policy["cool_down_seconds"] == 600 }
        assertThat(status.origins["cool_down_seconds"]).isEqualTo(Origin.PERSON)
    }

    @Test
    fun theSettingsScreenSaysWhoSetItAndCannotChangeIt() {
        team.puts("cool_down_seconds" to 900, "trusted_contacts" to "07700 900111", "help_name" to "IT help")
        phone.home()
        team.status { "help_name" in it.origins }
        open()
        val form = setup.front.window.decorView
        assertThat(form.findViewWithTag<EditText>("cool_down_seconds").isEnabled).isFalse()
        assertThat(form.see(R.id.trusted_add)).isNull()
        assertThat(setup.texts.filter { "900111" in it }).containsExactly("07700\u00A0900111")
        assertThat(form.findViewWithTag<EditText>("history_days").isEnabled).isTrue()
        assertThat(form.findViewWithTag<View>("by_cool_down_seconds")).isNotNull()
        assertThat(form.findViewWithTag<View>("by_history_days")).isNull()
        assertThat(setup.texts).contains(setup.text(R.string.set_by_managed))
        assertThat(setup.texts).contains("Who can help you: IT help")
        assertThat(own("cool_down_seconds" to 60)).containsExactly("cool_down_seconds", Origin.MANAGED)
    }

    @Test
    fun whatTheTeamSetsWhileTheScreenIsOpenIsSaidWhenThePersonSavesIt() {
        open()
        team.sets("hold" to "all")
        team.status { "hold" in it.origins }
        val form = setup.front.window.decorView
        form.findViewById<View>(R.id.hold_advise).performClick()
        setup.press(R.id.save)
        assertThat(form.read(R.id.result)).isEqualTo(isTheTeams(R.string.setting_hold))
        assertThat(form.findViewById<RadioButton>(R.id.hold_all).isChecked).isTrue()
        assertThat(form.findViewById<View>(R.id.hold_advise).isEnabled).isFalse()
        assertThat(setup.texts).contains(setup.text(R.string.set_by_managed))
    }

    @Test
    fun theSetUpSaysWhoseItIsAndCannotChangeIt() {
        team.puts("bank_number" to "01632 960123", "trusted_contacts" to "07700 900111")
        phone.home()
        team.status { "bank_number" in it.origins }
        val page = people()
        assertThat(page.findViewById<View>(R.id.bank_number).isEnabled).isFalse()
        assertThat(page.read(R.id.by_bank_number)).isEqualTo(setup.text(R.string.set_by_managed))
        assertThat(page.read(R.id.by_trusted_contacts)).isEqualTo(setup.text(R.string.set_by_managed))
        assertThat(page.see(R.id.trusted_add)).isNull()
        assertThat(setup.texts.filter { "900111" in it }).containsExactly("07700\u00A0900111")
        assertThat(page.findViewById<View>(R.id.other_phone).isEnabled).isTrue()
        assertThat(page.see(R.id.by_other_phone)).isNull()
    }

    @Test
    fun whatTheTeamSetsDuringTheSetUpIsSaidWithoutAWordOfAFraud() {
        val page = people()
        team.sets("bank_number" to "01632 960123")
        team.status { "bank_number" in it.origins }
        (page.see(R.id.bank_number) as EditText).setText("01632 960124")
        setup.press(R.id.next)
        assertThat(page.read(R.id.result)).isEqualTo(isTheTeams(R.string.setting_bank_number))
    }

    /** The page of the set-up with the person's other phone, people and bank. */
    private fun people(): View {
        setup.open().goTo(R.string.setup_people_headline)
        return setup.front.window.decorView
    }

    private fun isTheTeams(setting: Int): String =
        setup.text(R.string.stronger_managed, setup.text(setting)) + " " + setup.text(R.string.stronger_nothing)

    @Test
    fun aSlipInTheConsoleIsSaidInWordsAndTheLastGoodValueHolds() {
        team.puts("cool_down_seconds" to 900)
        phone.home()
        team.status { it.policy["cool_down_seconds"] == 900 }
        team.sets(
            "cool_down_seconds" to "900",
            "hold" to bundleOf("nested" to bundleOf("more" to 1)),
            "help_text" to "x".repeat(100_000),
            "colour" to arrayOf("red"),
            "lists" to "[{}]",
        )
        val status = team.status { it.keyErrors.isNotEmpty() }
        assertThat(status.keyErrors.map { it.error.key })
            .containsExactly("colour", "cool_down_seconds", "help_text", "hold", "lists")
        assertThat(status.policy["cool_down_seconds"]).isEqualTo(900)
        phone.screens.start(Intent(phone.app, HealthActivity::class.java))
        phone.turns.settle()
        val said = setup.front.window.decorView.texts()
        assertThat(said.filter { it.contains("That does not work. We use: 15 minutes") }).hasSize(1)
    }

    @Test
    fun whileTheTeamIsStillWritingNothingChanges() {
        team.puts("hold" to "all")
        phone.home()
        team.status { it.policy["hold"] == "all" }
        team.sets(UserManager.KEY_RESTRICTIONS_PENDING to true)
        team.sets("hold" to "all", "history_days" to 7)
        assertThat(team.status { it.policy["history_days"] == 7 }.policy["hold"]).isEqualTo("all")
    }

    @Test
    fun theFrameworkReadsTheSchemaAsItIsMeant() {
        val entries = phone.app.getSystemService(RestrictionsManager::class.java)
            .getManifestRestrictions(phone.app.packageName)
        val status = team.status { true }
        assertThat(entries.map { it.key }).containsExactlyElementsIn(status.policy.keys)
        entries.forEach { entry ->
            val default: Any = when (entry.type) {
                RestrictionEntry.TYPE_BOOLEAN -> entry.selectedState
                RestrictionEntry.TYPE_INTEGER -> entry.intValue
                else -> entry.selectedString.orEmpty()
            }
            val ours = status.policy[entry.key].let { if (it is List<*>) it.joinToString(",") else it }
            assertThat(default).isEqualTo(ours)
            assertThat(entry.title).isNotEmpty()
            if (entry.type == RestrictionEntry.TYPE_CHOICE) {
                assertThat(entry.choiceEntries).hasLength(entry.choiceValues.size)
            }
        }
    }

    private fun open() {
        phone.screens.start(Intent(phone.app, SettingsActivity::class.java))
        phone.turns.settle()
    }

    /** The person sets this; which of it is others' to set. */
    private fun own(vararg settings: Pair<String, Any>): Map<String, Origin> =
        phone.app.parts.engines.use { engine, now ->
            engine.configure(settings.toMap(), Origin.PERSON, now).heldBy
        }
}
