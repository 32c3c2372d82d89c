package org.cleardown.looks

import android.app.role.RoleManager
import android.view.View
import org.cleardown.R
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.CallNote
import org.cleardown.health.HealthActivity
import org.cleardown.home.HistoryActivity
import org.cleardown.home.HomeActivity
import org.cleardown.home.WhomToRingActivity
import org.cleardown.home.WhyActivity
import org.cleardown.parts
import org.cleardown.settings.SettingsActivity
import org.cleardown.setup.PracticeActivity
import org.cleardown.setup.SetupActivity
import org.cleardown.setup.SetupPage
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSettings

/** The first screen. */
fun Entries.home() {
    often("home", HomeActivity::class, "Home: watching") { home() }
    often("home-waiting", HomeActivity::class, "Home: the wait runs") {
        call(POLICE)
        home()
    }
    calmState("home-call-running", HomeActivity::class, "Home: a suspicious call runs") {
        broken.ring(POLICE)
        home()
    }
    calmState("home-other-line", HomeActivity::class, "Home: the call was on another phone") {
        screen<SuspiciousCallActivity>()
        press(R.id.elsewhere)
        home()
    }
    calmState("home-not-ready", HomeActivity::class, "Home: not set up") {
        loseRoles()
        // The first time it leads to the set-up; the person goes back.
        phone.screens.leave(checkNotNull(home().activity))
        front()
    }
    calmState("home-trouble", HomeActivity::class, "Home: the engine does not answer") {
        phone.app.parts.engines.bypass()
        home()
    }
}

/** What the person opens from there. */
fun Entries.pages() {
    calm("history", HistoryActivity::class, "Calls we warned about") {
        call(POLICE)
        engine { engine, now -> engine.addNote(null, CallNote("PC Smith", "", "Maidstone", "my card"), now) }
        pass(MINUTE)
        call("159")
        screen<HistoryActivity>()
    }
    calmState("history-empty", HistoryActivity::class, "No calls yet") { screen<HistoryActivity>() }
    SetupPage.entries.forEach { page ->
        val name = page.name.lowercase()
        calm("setup-$name", SetupActivity::class, "Set-up: $name, nothing is on") {
            loseRoles()
            loseTheRest()
            screen<SetupActivity>()
            repeat(page.ordinal) { press(R.id.next) }
            front()
        }
    }
    calmState("setup-screening-on", SetupActivity::class, "Set-up: it may see calls") {
        screen<SetupActivity>()
        repeat(SetupPage.SCREENING.ordinal) { press(R.id.next) }
        front()
    }
    calm("practice-hold", PracticeActivity::class, "Practice: a held call") {
        practise()
        front()
    }
    calmState("practice-after-call", PracticeActivity::class, "Practice: after the call") {
        practise()
        press(R.id.practice_next)
        front()
    }
    calm("whom-to-ring", WhomToRingActivity::class, "Who can help you") { screen<WhomToRingActivity>() }
    calm("why", WhyActivity::class, "Why did it say that?") {
        open(WhyActivity.intent(phone.app, POLICE, "01622 690690", listOf("listed_unknown", "second_call")))
    }
    calmState("why-whole-page", WhyActivity::class, "Why did it say that: the whole address") {
        open(WhyActivity.intent(phone.app, POLICE, "01622 690690", listOf("listed_unknown")))
        press(R.id.whole_page)
        front()
    }
    calmState("why-not-listed", WhyActivity::class, "Why did it say that: not on the list") {
        open(WhyActivity.intent(phone.app, null, null, listOf("caller_hidden", "during_cool_down")))
    }
    calm("settings", SettingsActivity::class, "Settings") { screen<SettingsActivity>() }
    calmState("settings-not-now", SettingsActivity::class, "Settings: not weaker just now") {
        call(POLICE)
        screen<SettingsActivity>()
        front().root.findViewById<View>(R.id.hold_advise).performClick()
        press(R.id.save)
        front()
    }
    calm("health", HealthActivity::class, "What works: everything") { screen<HealthActivity>() }
    calmState("health-troubles", HealthActivity::class, "What works: little") {
        loseRoles()
        loseTheRest()
        engine { engine, now -> engine.health("screening_timeout", now) }
        screen<HealthActivity>()
    }
}

/** What stands among the phone's messages. */
fun Entries.messages() {
    message("message-warning", "Message: warning") {
        broken.ring(POLICE)
        message("headline_warning")
    }
    message("message-after-call", "Message: after the call") {
        call(POLICE)
        message("after_call_headline")
    }
    message("message-question", "Message: the question") {
        call(null)
        message("question_headline")
    }
    message("message-wait-over", "Message: the wait is over") {
        call(POLICE)
        pass(MINUTE * 6)
        message("wait_over_headline")
    }
}

private const val MINUTE = 60

private fun Stage.practise() {
    screen<SetupActivity>()
    repeat(SetupPage.PRACTICE.ordinal) { press(R.id.next) }
    press(R.id.practice_start)
    press(R.id.practice_seen)
}

private fun Stage.loseRoles() = shadowOf(phone.app.getSystemService(RoleManager::class.java)).run {
    listOf(RoleManager.ROLE_CALL_SCREENING, RoleManager.ROLE_CALL_REDIRECTION).forEach {
        removeHeldRole(it)
        addAvailableRole(it)
    }
}

private fun Stage.loseTheRest() {
    ShadowSettings.setCanDrawOverlays(false)
    shadowOf(phone.app).denyPermissions(
        android.Manifest.permission.READ_PHONE_STATE,
        android.Manifest.permission.POST_NOTIFICATIONS,
        android.Manifest.permission.READ_CONTACTS,
    )
}
