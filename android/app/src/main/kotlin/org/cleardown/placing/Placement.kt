package org.cleardown.placing

import android.content.Context
import android.os.Handler
import android.os.Looper
import org.cleardown.engine.DecisionKind
import org.cleardown.engine.Outcome
import org.cleardown.engine.OutgoingCall
import org.cleardown.engine.Placing
import org.cleardown.guard.CallJob
import org.cleardown.guard.tell
import org.cleardown.parts
import org.cleardown.platform.contact
import org.cleardown.platform.isArmed
import org.cleardown.platform.isEmergency
import org.cleardown.platform.isInCall
import org.cleardown.platform.open

/** One outgoing call, from the question to the answer. */
class Placement(
    private val context: Context,
    private val job: CallJob<Answer>,
    private val number: String,
    private val interactive: Boolean,
) {
    private val parts = context.parts
    private var inCall = false
    private var screen = NONE

    /** Whether the engine was asked, and answered. */
    @Volatile private var isDecided = false

    /** Sees to an answer. Does not wait. */
    fun start() {
        // First of all: from here on nothing that hangs can hold up the call.
        if (!job.isAnswered) job.start(LIMIT_MS)
        inCall = context.isInCall()
        job.onAnswer(::answered)
        if (job.isAnswered) return
        if (!context.isArmed()) {
            job.answer(Answer.PLACE)
        } else {
            job.step(::decide)
        }
    }

    private fun decide() {
        if (context.isEmergency(number)) {
            job.answer(Answer.PLACE)
            return
        }
        val call = OutgoingCall(number, interactive, emergency = false, inCall, context.contact(number))
        val placing = parts.engines.use { engine, now -> engine.place(call, now) }
        isDecided = true
        // The call went out already, after a time-out: a screen that says it is held would be wrong.
        if (job.isAnswered) return
        if (placing.hold) {
            hold(placing)
        } else {
            // Before the answer: afterwards Android does not let us open a screen.
            if (placing.showAdvice) context.open(HoldCard.of(NONE, number, placing).intent(context))
            job.answer(Answer.PLACE)
        }
    }

    /** A call is cancelled only when the person sees why, and when that is written down. */
    private fun hold(placing: Placing) {
        screen = parts.holds.open { job.step(::cancel) }
        if (!context.open(HoldCard.of(screen, number, placing).intent(context))) {
            place()
            return
        }
        Handler(Looper.getMainLooper()).postDelayed({ job.step(::place) }, SCREEN_LIMIT_MS)
    }

    private fun cancel() {
        parts.engines.use { engine, now -> engine.recordPlace(number, inCall, Outcome.HELD, now) }
        job.answer(Answer.CANCEL)
    }

    private fun place() {
        if (job.answer(Answer.PLACE)) parts.troubles.record("no_screen")
    }

    private fun answered(answer: Answer) {
        parts.holds.settle(screen, isHeld = answer == Answer.CANCEL)
        if (answer == Answer.PLACE) {
            context.tell { engine, now -> engine.recordPlace(number, inCall, Outcome.PLACED, now) }
        }
        if (isDecided) context.tell { engine, now -> engine.recordDecision(DecisionKind.PLACING, job.waitedUs, now) }
    }

    private companion object {
        const val NONE = 0

        /** Time for the whole answer, in milliseconds. */
        const val LIMIT_MS = 1500L

        /** Time for the hold screen to come up, in milliseconds. */
        const val SCREEN_LIMIT_MS = 700L
    }
}
