package org.cleardown.story

import android.os.Build
import android.view.View
import org.cleardown.R
import org.cleardown.phone.Answers
import org.cleardown.phone.CallParcel
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.placing.HoldActivity

/** Outgoing calls, as Android asks about them, and the hold screen. */
class Dialling(private val phone: Phone, private val words: Words) {
    /** The person dials: what becomes of the call, and what is shown. Gives the milliseconds to the answer. */
    fun dial(call: Action.Outgoing, actual: Actual): Double? = phone.line.during(call.isInCall) {
        phone.emergencyNumbers(EMERGENCY + listOfNotNull(call.number.takeIf { call.isEmergency }))
        val isAsked = Build.VERSION.SDK_INT !in SETTLED_BY_PHONE || !(call.isEmergency || call.number in EMERGENCY)
        val answers = if (isAsked) phone.telecom.place(call.number, call.isInteractive) else emptyList()
        val answer = if (isAsked) answers.joinToString("+") { it.words } else Answers.PLACE
        actual["placement"] = if (answer == Answers.CANCEL) "hold" else answer
        if (answer == Answers.PLACE) goesOut(call.number)
        show(phone.screens.find(HoldActivity::class.java)?.takeIf(phone.screens::isFresh)?.window?.decorView, actual)
        answers.firstOrNull()?.let { it.afterNs / 1e6 }
    }

    /** Android tells the screening service of a call that goes out; it cannot be stopped any more. */
    private fun goesOut(number: String) {
        val said = phone.telecom.screen(CallParcel(number, isOutgoing = true)).map { it.words }
        check(said.all { it == Answers.ALLOW || it == Answers.NOTHING }) { "an outgoing call was answered with $said" }
    }

    private fun show(screen: View?, actual: Actual) {
        val isHeld = actual["placement"] == "hold"
        actual["screen"] = words.screen(screen?.read(R.id.headline)) ?: "none"
        if (screen == null) {
            check(!isHeld) { "the call was stopped, and no screen says why" }
            actual.hide("reasons", Unseen.PLACED_REASONS)
            actual.hide("organisation", Unseen.PLACED_ORGANISATION)
            actual.hide("passable", Unseen.PLACED_PASSABLE)
            return
        }
        val texts = screen.texts()
        check(words.matches(texts, "hold_held") == isHeld) { "held: $isHeld, but the screen says $texts" }
        val reasons = words.reasons(texts)
        // Where the screen was up before something failed, it shows why the call would have been held.
        if (isHeld ||
            reasons.any(PLACE_REASONS::contains)
        ) {
            actual["reasons"] = reasons
        } else {
            actual.hide("reasons", Unseen.PLACED_REASONS)
        }
        actual["organisation"] = words.organisation(texts)
        actual["remaining"] = words.seconds(screen.read(R.id.countdown))
        if (isHeld) {
            actual["passable"] = screen.see(
                R.id.call_anyway
            ) != null
        } else {
            actual.hide("passable", Unseen.PLACED_PASSABLE)
        }
    }

    private companion object {
        val EMERGENCY = listOf("999", "112")

        /**
         * Android never asks about a number that the phone itself calls an emergency number. On the
         * other versions it is asked all the same: a phone may not know its numbers.
         */
        val SETTLED_BY_PHONE = setOf(33, 36)
        val PLACE_REASONS = setOf("out_of_scope", "no_screen", "failed_open")
    }
}
