package org.cleardown.placing

import android.net.Uri
import android.telecom.CallRedirectionService
import android.telecom.PhoneAccountHandle
import org.cleardown.guard.AnswerGate
import org.cleardown.guard.CallJob
import org.cleardown.parts

/**
 * Asked before each outgoing call, except those that the phone itself calls emergency calls. Answers
 * once, within 1.5 s (Android cancels the call after 5 s), and places the call in every doubt.
 */
class PlacingService : CallRedirectionService() {
    // The framework does not promise what it says: null must not throw before the call is answered for.
    override fun onPlaceCall(handle: Uri?, account: PhoneAccountHandle?, interactive: Boolean) {
        val gate = AnswerGate<Answer> { if (it == Answer.CANCEL) cancelCall() else placeCallUnmodified() }
        try {
            val number = handle?.schemeSpecificPart
            if (handle?.scheme != "tel" || number.isNullOrEmpty()) {
                gate.answer(Answer.PLACE)
            } else {
                decide(number, interactive, gate)
            }
        } catch (_: Throwable) {
            gate.answer(Answer.PLACE)
        }
    }

    private fun decide(number: String, interactive: Boolean, gate: AnswerGate<Answer>) {
        // First of all, so that nothing that follows can hold up a call for help.
        if (Floor.isLifeSaving(number)) gate.answer(Answer.PLACE)
        val job = CallJob(parts.guard, Answer.PLACE, "placing_timeout", gate)
        Placement(applicationContext, job, number, interactive).start()
    }
}

/** What becomes of an outgoing call. */
enum class Answer { PLACE, CANCEL }
