package org.cleardown.placing

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import android.view.ViewTreeObserver
import org.cleardown.R
import org.cleardown.aftercall.Countdown
import org.cleardown.aftercall.Numbers
import org.cleardown.aftercall.showWait
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.parts
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show

/**
 * Why a call is held, and what can be done instead. The call is cancelled only after this screen has
 * said that it is in front of the person.
 */
class HoldActivity : Activity() {
    private lateinit var card: HoldCard
    private lateinit var countdown: Countdown
    private lateinit var callAnyway: CallAnyway

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.hold)
        countdown = Countdown(findViewById(R.id.countdown), onOver = ::refresh)
        callAnyway = CallAnyway(this, TwoTaps(savedInstanceState?.getLong(FIRST_TAP) ?: 0L))
        onPress(R.id.close, ::finish)
        onPressRing(R.id.ring_999, Numbers.EMERGENCY)
        open(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        callAnyway.restart()
        open(intent)
        refresh()
        reportWhenSeen()
    }

    override fun onResume() {
        super.onResume()
        refresh()
        reportWhenSeen()
    }

    override fun onPause() {
        countdown.stop()
        callAnyway.stop()
        super.onPause()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putLong(FIRST_TAP, callAnyway.firstTapMs)
    }

    private fun open(intent: Intent) {
        card = HoldCard.of(intent)
        say(R.id.headline, getString(R.string.hold_headline))
        say(R.id.organisation, card.organisation?.let { getString(R.string.hold_number_of, it) })
        findViewById<ViewGroup>(R.id.reasons).show(reasons(card.reasons))
        say(R.id.wait, getString(R.string.wait_why))
        countdown.start(card.remainingSeconds)
        callAnyway.show(card)
        if (card.id == 0) settled(isHeld = false) else say(R.id.state, null)
        parts.holds.watch(card.id) { isHeld -> runOnUiThread { settled(isHeld) } }
    }

    private fun settled(isHeld: Boolean) {
        say(R.id.state, getString(if (isHeld) R.string.hold_held else R.string.hold_placed, card.display))
        if (!isHeld) callAnyway.hide()
    }

    private fun refresh() = ask({ engine, now -> engine.status(now) }) { status -> show(status) }

    private fun show(status: Status) {
        showWait(status, countdown)
        if (status.coolDownSeconds == 0) {
            say(R.id.headline, getString(R.string.wait_over_headline))
            say(R.id.wait, getString(R.string.wait_over_text))
            callAnyway.waitOver(card)
            return
        }
        say(R.id.wait, getString(if (status.coolDownStarted) R.string.wait_why else R.string.wait_when_over))
        // What stood in the way was the call that is over now; at a press the engine decides again.
        if (status.coolDownStarted && card.isCallRunning) callAnyway.show(card.copy(passable = true))
    }

    /** In front and about to be drawn: now the person sees why. */
    private fun reportWhenSeen() {
        val tree = window.decorView.viewTreeObserver
        tree.addOnPreDrawListener(object : ViewTreeObserver.OnPreDrawListener {
            override fun onPreDraw(): Boolean {
                window.decorView.viewTreeObserver.removeOnPreDrawListener(this)
                parts.holds.seen(card.id)
                return true
            }
        })
        window.decorView.invalidate()
    }

    private companion object {
        const val FIRST_TAP = "first_tap"
    }
}
