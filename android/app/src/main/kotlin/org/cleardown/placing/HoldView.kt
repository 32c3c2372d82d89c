package org.cleardown.placing

import android.app.Activity
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Words
import org.cleardown.aftercall.AfterCallFacts
import org.cleardown.aftercall.Countdown
import org.cleardown.aftercall.Numbers
import org.cleardown.aftercall.Relay
import org.cleardown.aftercall.showPeople
import org.cleardown.aftercall.showWait
import org.cleardown.onPressRing
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.spellNumbers

/** Fills the layout `hold`. */
class HoldView(private val screen: Activity, private val callAnyway: CallAnyway, onWaitOver: () -> Unit) {
    private val countdown = Countdown(screen.findViewById(R.id.countdown), onWaitOver)

    /** Shows which call it is, why it is held, how long, and the ways out. */
    fun show(card: HoldCard) {
        headline(R.string.hold_headline)
        val code = Words.heldCode(card.number)
        val words = code?.let { screen.getString(it) }
            ?: card.organisation?.let { screen.getString(R.string.hold_number_of, it) }
        screen.say(R.id.organisation, words)
        screen.findViewById<ViewGroup>(R.id.reasons).show(screen.reasons(card.reasons))
        screen.say(R.id.wait, screen.getString(R.string.wait_why))
        screen.say(R.id.state, null)
        countdown.start(card.remainingSeconds)
        callAnyway.show(card)
        screen.onPressRing(R.id.ring_999, Numbers.EMERGENCY)
        spell()
    }

    /** Shows what became of the call. */
    fun settled(card: HoldCard, isHeld: Boolean) {
        val words = if (isHeld) R.string.hold_held else R.string.hold_placed
        screen.say(R.id.state, screen.getString(words, card.display))
        if (!isHeld) callAnyway.hide()
        spell()
    }

    /** Shows how the wait stands. What needs a file is here: the call waits for the screen to be seen. */
    fun show(card: HoldCard, facts: AfterCallFacts) {
        val status = facts.status
        val isRelay = Relay.isOn(screen)
        screen.findViewById<TextView>(R.id.ring_999)
            .setText(if (isRelay) R.string.ring_18000_short else R.string.ring_999_short)
        screen.showWait(status, countdown)
        screen.showPeople(facts)
        screen.showIf(R.id.wait_row, status.coolDownSeconds > 0)
        if (status.coolDownSeconds == 0) {
            headline(R.string.wait_over_headline)
            screen.say(R.id.wait, screen.getString(R.string.wait_over_text))
            callAnyway.waitOver(card)
        } else {
            val words = if (status.coolDownStarted) R.string.wait_why else R.string.wait_when_over
            screen.say(R.id.wait, screen.getString(words))
            // What stood in the way was the call that is over now; at a press the engine decides again.
            if (status.coolDownStarted && card.isCallRunning) callAnyway.show(card.copy(passable = true))
        }
        spell()
    }

    /** Stops the countdown while nobody looks. */
    fun stop() = countdown.stop()

    private fun headline(words: Int) {
        screen.title = screen.getString(words)
        screen.say(R.id.headline, screen.title)
    }

    private fun spell() = screen.window.decorView.spellNumbers()
}
