package org.cleardown.looks

import android.view.View
import org.cleardown.R
import org.cleardown.Reason
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.Alert
import org.cleardown.engine.Help
import org.cleardown.engine.Status
import org.cleardown.family.ImportActivity
import org.cleardown.health.HealthActivity
import org.cleardown.managed.ItTeam
import org.cleardown.phone.Contacts
import org.cleardown.settings.SettingsActivity
import org.cleardown.setup.SetupActivity
import org.cleardown.setup.SetupPage
import org.cleardown.warning.Overlay
import org.cleardown.warning.WarningCard

/** Settings that an organisation or a relative made, and what they add to other screens. */
fun Entries.setByOthers() {
    calm("settings-managed", SettingsActivity::class, "Settings: an organisation has set some") {
        organisation(*STRICT, *HELP, "trusted_contacts" to ANNA)
        screen<SettingsActivity>()
    }
    calmState("settings-family", SettingsActivity::class, "Settings: Anna has set some") {
        fromAnna()
        screen<SettingsActivity>()
    }
    calmState("settings-stronger", SettingsActivity::class, "Settings: not taken, an organisation has set it") {
        screen<SettingsActivity>()
        organisation(*STRICT)
        front().root.findViewById<View>(R.id.hold_advise).performClick()
        press(R.id.save)
        front()
    }
    calmState("setup-people-managed", SetupActivity::class, "Set-up: an organisation has set some") {
        organisation("bank_number" to "01632 960123", "trusted_contacts" to ANNA)
        screen<SetupActivity>()
        repeat(SetupPage.PEOPLE.ordinal) { press(R.id.next) }
        front()
    }
    calmState("family-not-now", ImportActivity::class, "Settings from Anna: not while somebody may press for them") {
        call(POLICE)
        link(FROM_ANNA)
    }
    calmState("health-managed", HealthActivity::class, "What works: settings of an organisation that do not") {
        organisation("cool_down_seconds" to "600", "hold" to "everything", "lists" to "[{}]", "colour" to "red") {
            it.keyErrors.isNotEmpty()
        }
        screen<HealthActivity>()
    }
    alarm("warning-help", null, "Warning: a company’s help desk, with its own words") {
        helpDesk(Help("IT help desk", "01632 960459", "Ring off. We never ask for your password."))
    }
    alarmState("warning-help-long", null, "Warning: a company says as much as it can") {
        helpDesk(Help(LONG_NAME, "01632 960459", LONG_TEXT))
    }
    alarmState("after-call-people", AfterCallActivity::class, "After the call: whom to tell") {
        Contacts.install(listOf(ANNA))
        set("trusted_contacts" to listOf(ANNA, BEN))
        call(POLICE)
        front()
    }
}

private const val ANNA = "+447700900111"
private const val BEN = "+447700900222"
private const val LONG_NAME = "The help desk of the Example Valley and Coast Savings Bank in Maidstone and Kent"
private const val LONG_TEXT = "Ring off. Do not tell them what you see on your screen. Do not let them into your " +
    "computer. We never ask for your password or for a code. Ask the person who sits beside you to look. Then ring " +
    "us on the number on the back of your badge, from any other phone. If you told them a thing, tell us now."

private val STRICT = arrayOf(
    "cool_down_seconds" to 600,
    "hold" to "all",
    "call_anyway" to "locked",
    "ask_after_unknown" to true,
    "lock" to "pin",
)

private val HELP = arrayOf(
    "help_name" to "IT help desk",
    "help_number" to "01632 960459",
    "help_text" to "Ring off. We never ask for your password.",
)

/** An IT team sets this, and the phone brings it; waits until [isSo]. */
private fun Stage.organisation(
    vararg settings: Pair<String, Any>,
    isSo: (Status) -> Boolean = { settings.first().first in it.origins },
) = ItTeam(phone).run {
    sets(*settings)
    status(isSo)
}

/**
 * A call shows the number of a company's help desk, which only the company's own list has: too slow to fetch for each
 * look, so the window is given what the engine says then, which another test looks at.
 */
private fun Stage.helpDesk(help: Help): ViewSight {
    val reasons = listOf(Reason.LISTED_UNLIKELY.code)
    val card = WarningCard(Alert.WARNING, reasons, "Example Ltd", "high", null, "+441632960458", help)
    Overlay(phone.app).show(card) {}
    phone.turns.settle()
    return window()
}
