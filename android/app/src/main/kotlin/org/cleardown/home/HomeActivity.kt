package org.cleardown.home

import android.app.Activity
import android.app.role.RoleManager.ROLE_CALL_SCREENING
import android.content.Intent
import android.content.res.ColorStateList
import android.os.Bundle
import android.widget.Button
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.Countdown
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.aftercall.UseThisPhoneActivity
import org.cleardown.aftercall.mayRingAgain
import org.cleardown.aftercall.says
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.guard.tell
import org.cleardown.health.HealthActivity
import org.cleardown.lock.pinForgotten
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.platform.holds
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.settings.SettingsActivity
import org.cleardown.setup.SetupActivity
import org.cleardown.setup.SetupPage
import org.cleardown.setup.SetupPlace
import org.cleardown.showIf
import org.cleardown.sync.SyncPlan
import org.cleardown.sync.listLine

/** How things stand, in one sentence, and the way to everything else. */
class HomeActivity : Activity() {
    private lateinit var countdown: Countdown

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.home)
        countdown = Countdown(findViewById(R.id.countdown), onOver = ::refresh)
        onPressOpen(R.id.suspicious_call) { screen<SuspiciousCallActivity>() }
        onPress(R.id.gave_details, ::gaveDetails)
        onPressOpen(R.id.whom_to_ring) { screen<WhomToRingActivity>() }
        onPressOpen(R.id.history) { screen<HistoryActivity>() }
        onPressOpen(R.id.setup) { screen<SetupActivity>() }
        onPressOpen(R.id.settings) { screen<SettingsActivity>() }
        onPressOpen(R.id.health) { screen<HealthActivity>() }
        onPress(R.id.pin_keep) { ask({ engine, now -> engine.rememberPin(now) }, ::showTrouble) { refresh() } }
        if (savedInstanceState != null) return
        mend()
        // The very first time there is nothing else to do here.
        if (!SetupPlace(this).isBegun && !holds(ROLE_CALL_SCREENING)) startActivity(screen<SetupActivity>())
    }

    override fun onResume() {
        super.onResume()
        parts.managed.refresh()
        refresh()
    }

    override fun onPause() {
        countdown.stop()
        super.onPause()
    }

    private fun gaveDetails() {
        showIf(R.id.problem, false)
        says(PersonSays.GAVE_DETAILS, failed = { showIf(R.id.problem, true) }) {
            startActivity(AfterCallActivity.intent(this))
        }
    }

    /** The person is here, no call is waiting: the time to mend broken files, and to plan the first fetch. */
    private fun mend() {
        tell { engine, now ->
            engine.maintain(now)
            SyncPlan.ensure(applicationContext, engine.status(now).sync)
        }
        parts.work.submit(parts.troubles::handOver)
    }

    private fun refresh() = ask({ engine, now -> engine.status(now) }, failed = ::showTrouble, show = ::show)

    private fun show(status: Status) {
        val state = HomeState.of(status, holds(ROLE_CALL_SCREENING), SetupPlace(this).isDone)
        val seconds = state.seconds(status)
        say(R.id.headline, getString(state.headline))
        say(R.id.state, getString(state.text))
        showIf(R.id.countdown, seconds > 0)
        if (seconds > 0) countdown.start(seconds) else countdown.stop()
        say(R.id.list_state, listLine(status).takeIf { state == HomeState.READY })
        say(R.id.ring_again, mayRingAgain(status).takeIf { !state.hasScreen })
        showForgotten(status.pin.forgottenSeconds)
        showIf(R.id.what_to_do, state.hasScreen)
        onPressOpen(R.id.what_to_do) {
            if (state == HomeState.OTHER_LINE) screen<UseThisPhoneActivity>() else AfterCallActivity.intent(this)
        }
        showIf(R.id.finish_setup, state.needsSetup)
        onPressOpen(R.id.finish_setup) { setup(state) }
        weigh(R.id.suspicious_call, isMain = !state.hasScreen && !state.needsSetup)
    }

    /** A standing banner: whoever holds the phone must see that the lock will open. */
    private fun showForgotten(seconds: Int?) {
        showIf(R.id.pin_forgotten, seconds != null)
        say(R.id.pin_forgotten_text, seconds?.let(::pinForgotten))
    }

    private fun setup(state: HomeState) =
        SetupActivity.intent(this, SetupPage.SCREENING.takeIf { state == HomeState.ROLE_LOST })

    /** One main button on a screen: this one, unless another is needed more. */
    private fun weigh(id: Int, isMain: Boolean) = findViewById<Button>(id).run {
        setBackgroundResource(if (isMain) R.drawable.button_main else R.drawable.button_plain)
        val ink = getColor(if (isMain) R.color.on_main else R.color.main)
        setTextColor(ink)
        compoundDrawableTintList = ColorStateList.valueOf(ink)
    }

    private fun showTrouble() {
        listOf(R.id.list_state, R.id.ring_again).forEach { say(it, null) }
        countdown.stop()
        listOf(R.id.countdown, R.id.what_to_do, R.id.finish_setup).forEach { showIf(it, false) }
        say(R.id.headline, getString(R.string.home_trouble))
        say(R.id.state, getString(R.string.home_trouble_text))
    }

    private fun onPressOpen(id: Int, target: () -> Intent) = onPress(id) { startActivity(target()) }
}
