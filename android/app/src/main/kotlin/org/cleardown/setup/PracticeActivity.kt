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
import org.cleardown.aftercall.Countdown
import org.cleardown.aftercall.Numbers
import org.cleardown.aftercall.showWait
import org.cleardown.engine.Alert
import org.cleardown.engine.FlaggedCall
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.parts
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf

/**
 * The hold screen, then the after-call screen, as they would be, with a mark that cannot be scrolled
 * away. Another screen than the real ones, so that nothing can make those say "practice".
 */
class PracticeActivity : Activity() {
    private val practice get() = parts.practice
    private var stage = Surface.HOLD
    private var after: AfterCallView? = null
    private var countdown: Countdown? = null

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
        countdown?.stop()
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
        countdown?.stop()
        if (isHold) LayoutInflater.from(this).inflate(R.layout.hold, frame)
        findViewById<Button>(R.id.practice_next).setText(if (isHold) R.string.practice_go_on else R.string.practice_end)
        ask({ engine, now -> engine.status(now) }, failed = ::finish) { status ->
            if (stage == Surface.HOLD) showHold(example(status)) else showAfter(example(status))
        }
    }

    private fun showHold(status: Status) {
        say(R.id.headline, getString(R.string.hold_headline))
        say(R.id.state, getString(R.string.hold_held, NUMBER))
        say(R.id.organisation, getString(R.string.hold_number_of, getString(R.string.practice_organisation)))
        findViewById<ViewGroup>(R.id.reasons).show(reasons(listOf("same_caller")))
        say(R.id.wait, getString(R.string.wait_why))
        val shown = Countdown(findViewById(R.id.countdown)) {}
        countdown = shown
        showWait(status, shown)
        listOf(R.id.call_anyway, R.id.what_to_do).forEach { showIf(it, false) }
        onPressRing(R.id.ring_999, Numbers.EMERGENCY)
        onPress(R.id.close, ::goOn)
    }

    private fun showAfter(status: Status) {
        val frame = findViewById<ViewGroup>(R.id.practice_screen)
        val shown = AfterCallView(this, frame, onWaitOver = {}, onLayout = { onPress(R.id.close, ::goOn) })
        after = shown
        shown.show(AfterCallFacts(status), true, emptyList())
        listOf(R.id.gave_details, R.id.take_details).forEach { showIf(it, false) }
    }

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
