package org.cleardown.setup

import android.app.Activity
import android.os.Bundle
import android.view.LayoutInflater
import android.view.ViewGroup
import android.view.ViewTreeObserver
import android.widget.Button
import org.cleardown.R
import org.cleardown.aftercall.AfterCallFacts
import org.cleardown.aftercall.AfterCallView
import org.cleardown.engine.Alert
import org.cleardown.engine.FlaggedCall
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.placing.CallAnyway
import org.cleardown.placing.HoldCard
import org.cleardown.placing.HoldView
import org.cleardown.placing.TwoTaps
import org.cleardown.showIf

/**
 * The hold screen, then the after-call screen, as they would be, with a mark that cannot be scrolled
 * away. Another screen than the real ones, so that nothing can make those say "practice".
 */
class PracticeActivity : Activity() {
    private val practice get() = parts.practice
    private var stage = Surface.HOLD
    private var after: AfterCallView? = null
    private var hold: HoldView? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.practice)
        val kept = savedInstanceState?.getString(STAGE)
        stage = Surface.entries.firstOrNull { it.name == kept } ?: Surface.HOLD
        onPress(R.id.practice_next, ::goOn)
        open()
    }

    override fun onResume() {
        super.onResume()
        // A call came, or the process is a new one: this screen must not stand in the way.
        if (!practice.isRunning) finish()
        practice.onBroken = ::finish
        reportWhenSeen()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putString(STAGE, stage.name)
    }

    override fun onDestroy() {
        hold?.stop()
        after?.stop()
        if (isFinishing) practice.cancel()
        super.onDestroy()
    }

    private fun goOn() {
        if (stage == Surface.HOLD) {
            stage = Surface.AFTER_CALL
            open()
            reportWhenSeen()
        } else {
            practice.finish()
            finish()
        }
    }

    private fun open() {
        val isHold = stage == Surface.HOLD
        val frame = findViewById<ViewGroup>(R.id.practice_screen)
        frame.removeAllViews()
        hold?.stop()
        if (isHold) LayoutInflater.from(this).inflate(R.layout.hold, frame)
        findViewById<Button>(R.id.practice_next).setText(if (isHold) R.string.practice_go_on else R.string.practice_end)
        ask(AfterCallFacts.Companion::read, failed = ::finish) { facts ->
            val example = facts.copy(status = example(facts.status), own = emptyList(), call = null)
            if (stage == Surface.HOLD) showHold(example) else showAfter(example)
        }
    }

    private fun showHold(facts: AfterCallFacts) {
        val callAnyway = CallAnyway(this, TwoTaps())
        val shown = HoldView(this, callAnyway) {}
        hold = shown
        val card = card()
        shown.show(card)
        shown.settled(card, isHeld = true)
        shown.show(card, facts)
        callAnyway.hide()
        showIf(R.id.what_to_do, false)
        onPress(R.id.close, ::goOn)
    }

    private fun showAfter(facts: AfterCallFacts) {
        val frame = findViewById<ViewGroup>(R.id.practice_screen)
        val shown = AfterCallView(this, frame, onWaitOver = {}, onLayout = { onPress(R.id.close, ::goOn) })
        after = shown
        shown.show(facts, true, emptyList())
        listOf(R.id.gave_details, R.id.take_details).forEach { showIf(it, false) }
    }

    private fun card() = HoldCard(
        id = 0,
        number = NUMBER,
        display = NUMBER,
        reasons = listOf("same_caller"),
        remainingSeconds = WAIT_S,
        passable = true,
        plainTap = false,
        organisation = getString(R.string.practice_organisation),
    )

    /** What the engine would say if there had been such a call. It is not asked to believe it. */
    private fun example(status: Status) = status.copy(
        coolDownSeconds = WAIT_S,
        coolDownStarted = true,
        gaveDetails = false,
        flagged = FlaggedCall(
            id = 0,
            alert = Alert.WARNING,
            reasons = listOf("listed_unknown"),
            organisation = getString(R.string.practice_organisation),
            line = null,
            number = NUMBER,
            display = NUMBER,
            callsOut = null,
            confidence = null,
            kind = null,
            secondsAgo = 0,
            answered = true,
            ring = emptyList(),
        ),
    )

    private fun reportWhenSeen() {
        val tree = window.decorView.viewTreeObserver
        tree.addOnPreDrawListener(object : ViewTreeObserver.OnPreDrawListener {
            override fun onPreDraw(): Boolean {
                window.decorView.viewTreeObserver.removeOnPreDrawListener(this)
                practice.seen(stage)
                return true
            }
        })
        window.decorView.invalidate()
    }

    private companion object {
        const val STAGE = "stage"

        /** The length of the wait that is set by itself, in seconds. */
        const val WAIT_S = 300

        /** From the numbers that Ofcom keeps for films: nobody has it. */
        const val NUMBER = "01632 960999"
    }
}
