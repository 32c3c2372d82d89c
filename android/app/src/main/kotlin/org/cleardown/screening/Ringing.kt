package org.cleardown.screening

import android.content.Context
import android.telecom.Call
import android.telecom.CallScreeningService.CallResponse
import org.cleardown.engine.DecisionKind
import org.cleardown.engine.IncomingCall
import org.cleardown.guard.CallJob
import org.cleardown.parts
import org.cleardown.platform.contact
import org.cleardown.platform.presentation
import org.cleardown.platform.shownNumber
import org.cleardown.platform.verification
import org.cleardown.warning.WarningCard

/** One incoming call, from the question to the answer. */
class Ringing(
    private val context: Context,
    private val job: CallJob<CallResponse>,
    private val letItRing: CallResponse,
) {
    private val parts = context.parts

    /** Sees to an answer. Does not wait. */
    fun start(details: Call.Details) {
        job.start(LIMIT_MS)
        val number = details.shownNumber
        val presentation = details.presentation
        val verification = details.verification
        job.step { decide(IncomingCall(number, presentation, verification, context.contact(number))) }
    }

    private fun decide(call: IncomingCall) {
        val verdict = parts.engines.use { engine, now -> engine.screen(call, now) }
        // The phone rings already, after a time-out: a warning for a call that may be over only confuses.
        if (job.isAnswered) return
        if (!verdict.flagged) {
            job.answer(letItRing)
            // A card that is still up is about another call.
            parts.warnings.clear()
            record(call)
            measure()
            return
        }
        // Before the answer, because Android lets go of us the moment it has one.
        parts.warnings.show(WarningCard.of(verdict))
        record(call)
        job.answer(letItRing)
        parts.ends.watchAudio()
        measure()
    }

    private fun record(call: IncomingCall) {
        parts.engines.use { engine, now -> engine.recordScreen(call, now) }
    }

    /** The phone has its answer: how long it waited is for the page "What works". */
    private fun measure() = parts.engines.use { engine, now ->
        engine.recordDecision(DecisionKind.SCREENING, job.waitedUs, now)
    }

    private companion object {
        /** Time for the whole answer, in milliseconds. */
        const val LIMIT_MS = 3000L
    }
}
