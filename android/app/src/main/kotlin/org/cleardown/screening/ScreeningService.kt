package org.cleardown.screening

import android.telecom.Call
import android.telecom.CallScreeningService
import org.cleardown.guard.AnswerGate
import org.cleardown.guard.CallJob
import org.cleardown.parts
import org.cleardown.platform.isOutgoing
import org.cleardown.platform.shownNumber

/**
 * Asked before the phone rings. Answers once, within 3 s (Android gives us less than 5), and always
 * the same: let it ring. Nothing here blocks, silences or rejects a call.
 */
class ScreeningService : CallScreeningService() {
    override fun onScreenCall(call: Call.Details) {
        val gate = AnswerGate<CallResponse> { respondToCall(call, it) }
        try {
            if (call.isOutgoing) {
                // For information only: Android places the call whatever we say.
                gate.answer(LET_IT_RING)
                call.shownNumber?.let { SeenOutgoing(applicationContext, it).look() }
            } else {
                val job = CallJob(parts.guard, LET_IT_RING, "screening_timeout", gate)
                Ringing(applicationContext, job, LET_IT_RING).start(call)
            }
        } catch (_: Throwable) {
            gate.answer(LET_IT_RING)
        }
    }

    private companion object {
        val LET_IT_RING: CallResponse = CallResponse.Builder().build()
    }
}
