package org.cleardown.placing

import android.app.Activity
import android.os.Handler
import android.os.Looper
import android.view.View
import android.widget.Button
import android.widget.TextView
import org.cleardown.R
import org.cleardown.aftercall.ring
import org.cleardown.aftercall.says
import org.cleardown.engine.PersonSays
import org.cleardown.onPress
import org.cleardown.say
import org.cleardown.showIf

/** The button "Call anyway" of the hold screen and the note above it. */
class CallAnyway(private val screen: Activity, private val taps: TwoTaps) {
    private val ticks = Handler(Looper.getMainLooper())
    private val button = screen.findViewById<Button>(R.id.call_anyway)
    private var isHidden = false

    /** When the first press was; 0 if there was none. */
    val firstTapMs: Long get() = taps.firstMs

    /** Shows the button if the engine lets this call through, else why not. */
    fun show(card: HoldCard) {
        if (isHidden) return
        screen.showIf(R.id.call_anyway, card.passable)
        if (!card.passable) {
            note(if (card.isCallRunning) R.string.call_anyway_running else R.string.call_anyway_locked)
            return
        }
        button.setText(if (card.plainTap) R.string.call_now else R.string.call_anyway)
        screen.onPress(R.id.call_anyway) { if (card.plainTap || taps.press()) call(card.number) else tick() }
        if (taps.secondsLeft != null) tick() else screen.say(R.id.call_anyway_note, null)
    }

    /** The call goes out already: nothing to press. */
    fun hide() {
        isHidden = true
        stop()
        screen.showIf(R.id.call_anyway, false)
        screen.showIf(R.id.call_anyway_count, false)
        screen.say(R.id.call_anyway_note, null)
    }

    /** Nothing is held any more: the button only opens the keypad. */
    fun waitOver(card: HoldCard) {
        if (isHidden) return
        stop()
        screen.say(R.id.call_anyway_note, null)
        screen.showIf(R.id.call_anyway_count, false)
        screen.showIf(R.id.call_anyway, true)
        button.setText(R.string.call_now)
        screen.onPress(R.id.call_anyway) { screen.ring(card.number) }
    }

    /** Another call: the presses count from the start. */
    fun restart() {
        taps.firstMs = 0L
        isHidden = false
        stop()
        screen.showIf(R.id.call_anyway_count, false)
    }

    /** Stops the clock of the note. */
    fun stop() = ticks.removeCallbacksAndMessages(null)

    private fun tick() {
        stop()
        val left = taps.secondsLeft ?: return
        if (left == 0) {
            screen.showIf(R.id.call_anyway_count, false)
            note(R.string.call_anyway_ready)
        } else {
            // Said once; the seconds are only for the eye.
            note(R.string.call_anyway_wait)
            val seconds = screen.resources.getQuantityString(R.plurals.seconds, left, left)
            screen.say(R.id.call_anyway_count, screen.getString(R.string.call_anyway_count, seconds))
            ticks.postDelayed(::tick, TICK_MS)
        }
    }

    private fun call(number: String) {
        stop()
        screen.says(
            PersonSays.CALL_ANYWAY,
            number,
            failed = { note(R.string.call_anyway_failed) },
        ) { result ->
            if (result.accepted == false) {
                note(R.string.call_anyway_refused)
            } else {
                screen.ring(number)
                screen.finish()
            }
        }
    }

    private fun note(words: Int) {
        val text = screen.getString(words)
        // A text that is set again is read out again.
        val note = screen.findViewById<TextView>(R.id.call_anyway_note)
        if (note.visibility != View.VISIBLE || note.text.toString() != text) screen.say(R.id.call_anyway_note, text)
    }

    private companion object {
        const val TICK_MS = 1000L
    }
}
