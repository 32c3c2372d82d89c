package org.cleardown.lock

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.widget.EditText
import org.cleardown.R
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.engine.PinRefusal
import org.cleardown.engine.PinResult
import org.cleardown.guard.ask
import org.cleardown.guard.askAside
import org.cleardown.onPress
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.showIf
import java.security.SecureRandom

/**
 * Asks for the PIN, or sets one; a new one only by whoever knows the old. Where there is none to ask
 * for, one is chosen. Ends with `RESULT_OK` if the PIN was right, or is set.
 */
class PinActivity : Activity() {
    private val setsNew get() = intent.getBooleanExtra(NEW, false)

    /** Whether the PIN that is set is asked for; else a new one is taken. */
    private var asks = true

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.pin)
        shield()
        onPress(R.id.pin_done, ::done)
        onPress(R.id.pin_forgot, ::forgot)
        ask({ engine, now -> engine.status(now).pin }, failed = ::showFailed) {
            show(asks = if (setsNew) it.isAskedFor else it.set)
        }
    }

    private fun show(asks: Boolean) {
        this.asks = asks
        say(R.id.headline, getString(if (asks) R.string.pin_ask_headline else R.string.pin_new_headline))
        say(R.id.pin_intro, if (asks) getString(R.string.pin_ask) else newIntro())
        listOf(R.id.pin_again_title, R.id.pin_again).forEach { showIf(it, !asks) }
        showIf(R.id.pin_forgot, asks)
        listOf(R.id.pin, R.id.pin_again).forEach { field(it).setText("") }
    }

    /** Who was asked for a PIN that is not there learns why there should be one. */
    private fun newIntro(): String {
        val words = getString(R.string.pin_new)
        return if (setsNew) words else getString(R.string.pin_wanted) + " " + words
    }

    private fun done() {
        val pin = text(R.id.pin)
        if (!asks && pin != text(R.id.pin_again)) return tell(R.string.pin_differs)
        tell(R.string.pin_wait)
        if (asks) {
            answer({ engine, now -> engine.checkPin(pin, now) }) { _ -> if (setsNew) next() else leave() }
        } else {
            val salt = ByteArray(SALT).also(SecureRandom()::nextBytes)
            answer({ engine, now -> engine.setPin(pin, salt, now) }) { leave() }
        }
    }

    private fun forgot() {
        answer({ engine, now -> engine.forgotPin(now) }) { result ->
            say(R.id.result, pinForgotten(result.pin.forgottenSeconds ?: 0))
            showIf(R.id.pin_forgot, false)
        }
    }

    private fun next() {
        show(asks = false)
        say(R.id.result, null)
    }

    private fun leave() {
        setResult(RESULT_OK)
        finish()
    }

    private fun answer(question: (Engine, Now) -> PinResult, done: (PinResult) -> Unit) =
        askAside(question, failed = ::showFailed) { if (it.refused == null) done(it) else showRefusal(it) }

    private fun showRefusal(result: PinResult) {
        val minutes = (result.pin.waitSeconds + MINUTE - 1) / MINUTE
        val wait = resources.getQuantityString(R.plurals.minutes, minutes, minutes)
        val words = when (result.refused) {
            PinRefusal.PRESSURE -> getString(R.string.fraud_asks)
            PinRefusal.NO_PIN -> getString(R.string.pin_none)
            PinRefusal.LOCKED, PinRefusal.NOT_SET, null -> getString(R.string.not_saved)
            PinRefusal.WRONG, PinRefusal.WAIT -> when {
                minutes > 0 -> getString(R.string.pin_later, wait)
                else -> getString(R.string.pin_wrong)
            }
        }
        say(R.id.result, words)
        field(R.id.pin).setText("")
    }

    private fun showFailed() = tell(R.string.not_saved)

    private fun tell(text: Int) = say(R.id.result, getString(text))

    private fun field(id: Int): EditText = findViewById(id)

    private fun text(id: Int) = field(id).text.toString()

    companion object {
        private const val NEW = "new"
        private const val SALT = 16
        private const val MINUTE = 60

        /** Asks for the PIN. */
        fun ask(context: Context): Intent = context.screen<PinActivity>()

        /** Sets a PIN, in the place of the one that is set. */
        fun set(context: Context): Intent = ask(context).putExtra(NEW, true)
    }
}
