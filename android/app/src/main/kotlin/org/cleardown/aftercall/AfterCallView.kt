package org.cleardown.aftercall

import android.app.Activity
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Words
import org.cleardown.engine.FlaggedCall
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.spellNumbers
import org.cleardown.why

/**
 * Fills [frame] with the face of the after-call screen that fits. [onLayout] is called whenever there
 * are new views, to say what the buttons do; [onWaitOver] when the countdown is at its end.
 */
class AfterCallView(
    private val screen: Activity,
    private val frame: ViewGroup,
    private val onWaitOver: () -> Unit,
    private val onLayout: () -> Unit,
) {
    private var kind: AfterCallKind? = null
    private var countdown: Countdown? = null

    /**
     * Shows the state of the wait, the reasons, and whom to ring. [hasWaited] if a wait was shown here
     * before; [said] has the reasons if no call is known.
     */
    fun show(facts: AfterCallFacts, hasWaited: Boolean, said: List<String>) {
        val wanted = AfterCallKind.of(facts.status, hasWaited)
        if (wanted != kind) open(wanted)
        when (wanted) {
            AfterCallKind.WAITING -> {
                screen.say(R.id.why_line, whyLine(facts.status.flagged))
                showWait(facts)
            }
            AfterCallKind.STEPS -> {
                val isOver = facts.status.coolDownSeconds == 0
                val (headline, lead) = if (isOver) OVER else STEPS
                screen.say(R.id.headline, screen.getString(headline))
                screen.say(R.id.steps_lead, screen.getString(lead))
                screen.showIf(R.id.steps_title, isOver)
                screen.showIf(R.id.waiting, !isOver)
                showWait(facts)
                screen.showSteps(facts)
            }
            AfterCallKind.MISSED, AfterCallKind.OVER -> Unit
        }
        if (wanted != AfterCallKind.MISSED) screen.showPeople(facts)
        if (wanted != AfterCallKind.MISSED) screen.showTell(facts)
        showWhy(facts, said)
        screen.showAgain(facts.status)
        screen.showRing(facts)
        frame.spellNumbers()
    }

    /** Stops the countdown while nobody looks. */
    fun stop() {
        countdown?.stop()
    }

    private fun open(kind: AfterCallKind) {
        stop()
        this.kind = kind
        frame.removeAllViews()
        LayoutInflater.from(screen).inflate(kind.layout, frame)
        countdown = frame.findViewById<TextView>(R.id.countdown)?.let { Countdown(it, onWaitOver) }
        screen.title = screen.getString(kind.headline)
        frame.accessibilityPaneTitle = screen.title
        onLayout()
    }

    private fun showWait(facts: AfterCallFacts) {
        val status = facts.status
        val words = if (status.coolDownStarted) R.string.after_call_wait else R.string.wait_when_over
        screen.say(R.id.wait, screen.getString(words))
        countdown?.let { screen.showWait(status, it) }
    }

    /** The reason in one line; the whole of it is further down. */
    private fun whyLine(call: FlaggedCall?): String {
        val short = Words.shownCode(call?.number)
        return when {
            short != null -> screen.getString(short, call?.number)
            call?.organisation != null -> screen.getString(R.string.after_why_of, call.organisation)
            call?.number != null -> screen.getString(R.string.after_why_number)
            else -> screen.getString(R.string.after_why_hidden)
        }
    }

    private fun showWhy(facts: AfterCallFacts, said: List<String>) {
        val call = facts.status.flagged
        val number = call?.display ?: call?.number
        val sentences = call?.let(screen::why) ?: screen.reasons(said)
        screen.say(R.id.number, number?.let { screen.getString(R.string.number_shown, it) })
        screen.findViewById<ViewGroup>(R.id.reasons).show(sentences)
        screen.showIf(R.id.why_title, number != null || sentences.isNotEmpty())
        screen.showIf(R.id.courier, call == null || call.kind in COURIERS)
    }

    private companion object {
        /** The two texts at the top of the steps, while the wait runs and afterwards. */
        val STEPS = R.string.steps_headline to R.string.steps_lead
        val OVER = R.string.wait_over_headline to R.string.wait_over_text

        /** Whose name is used to have cards and cash fetched. */
        val COURIERS = setOf("police", "bank", "government", null)
    }
}
