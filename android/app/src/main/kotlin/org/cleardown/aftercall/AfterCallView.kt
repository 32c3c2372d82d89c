package org.cleardown.aftercall

import android.app.Activity
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.engine.Status
import org.cleardown.onPressRing
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.why

/** Fills the layout `after_call` from what the engine says. */
class AfterCallView(private val screen: Activity, onWaitOver: () -> Unit) {
    private val countdown = Countdown(screen.findViewById(R.id.countdown), onWaitOver)

    /**
     * Shows the state of the wait, the reasons, and whom to ring. [hasWaited] if a wait was shown here
     * before; [said] has the reasons if no call is known.
     */
    fun show(status: Status, hasWaited: Boolean, said: List<String>) {
        val isWaiting = status.coolDownSeconds > 0
        val isMissed = status.flagged?.answered == false && !hasWaited
        screen.say(R.id.headline, screen.getString(headline(isWaiting, isMissed)))
        screen.say(R.id.wait, screen.getString(text(status, isWaiting, isMissed)))
        screen.showWait(status, countdown)
        val call = status.flagged
        val number = call?.display ?: call?.number
        screen.say(R.id.number, number?.let { screen.getString(R.string.number_shown, it) })
        screen.findViewById<ViewGroup>(R.id.reasons).show(call?.let(screen::why) ?: screen.reasons(said))
        screen.showRing(status)
        showSteps(status)
    }

    /** Stops the countdown while nobody looks. */
    fun stop() = countdown.stop()

    private fun headline(isWaiting: Boolean, isMissed: Boolean) = when {
        isWaiting -> R.string.after_call_headline
        isMissed -> R.string.missed_headline
        else -> R.string.wait_over_headline
    }

    private fun text(status: Status, isWaiting: Boolean, isMissed: Boolean) = when {
        isWaiting && !status.coolDownStarted -> R.string.wait_when_over
        isWaiting -> R.string.after_call_wait
        isMissed -> R.string.missed_text
        else -> R.string.wait_over_text
    }

    private fun showSteps(status: Status) {
        screen.showIf(R.id.steps, status.gaveDetails)
        screen.showIf(R.id.gave_details, !status.gaveDetails)
        if (!status.gaveDetails) return
        val bank = status.policy["bank_number"] as? String
        if (bank.isNullOrBlank()) {
            screen.say(R.id.step_bank, screen.getString(R.string.step_bank))
            screen.say(R.id.ring_bank, screen.getString(R.string.ring_159))
            screen.onPressRing(R.id.ring_bank, Numbers.BANKS)
        } else {
            screen.say(R.id.step_bank, screen.getString(R.string.step_bank_own))
            screen.say(R.id.ring_bank, screen.getString(R.string.ring_bank, bank))
            screen.onPressRing(R.id.ring_bank, bank)
        }
        screen.onPressRing(R.id.step_101, Numbers.POLICE)
        screen.onPressRing(R.id.step_999, Numbers.EMERGENCY)
        screen.onPressRing(R.id.ring_report_fraud, Numbers.REPORT_FRAUD)
    }
}
