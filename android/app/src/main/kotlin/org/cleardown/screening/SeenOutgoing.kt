package org.cleardown.screening

import android.app.role.RoleManager.ROLE_CALL_REDIRECTION
import android.content.Context
import org.cleardown.engine.Outcome
import org.cleardown.engine.OutgoingCall
import org.cleardown.guard.tell
import org.cleardown.parts
import org.cleardown.placing.Floor
import org.cleardown.placing.HoldCard
import org.cleardown.platform.contact
import org.cleardown.platform.holds
import org.cleardown.platform.isArmed
import org.cleardown.platform.isEmergency
import org.cleardown.platform.mayDrawOver
import org.cleardown.platform.open

/**
 * An outgoing call that is on its way. With the redirection role, [org.cleardown.placing] sees to it.
 * Without, nothing can be held: the hold screen is shown beside the call, as advice.
 */
class SeenOutgoing(private val context: Context, private val number: String) {
    private val parts = context.parts

    /** Notes the call and shows the advice, on the engine's thread. */
    fun look() {
        // Android asks the redirection service about no emergency number: here is the only place to see one.
        if (context.holds(ROLE_CALL_REDIRECTION) && !context.isEmergency(number)) return
        if (!Floor.isLifeSaving(number) && context.isArmed()) parts.work.submit(::advise)
        // The audio mode may be this call's own by now, so it tells nothing of another call.
        context.tell { engine, now -> engine.recordPlace(number, inCall = false, Outcome.PLACED, now) }
    }

    private fun advise() {
        if (context.isEmergency(number)) return
        val call = OutgoingCall(number, interactive = true, emergency = false, inCall = false, context.contact(number))
        val placing = parts.engines.use { engine, now -> engine.place(call, now) }
        if (!placing.hold && !placing.showAdvice) return
        val card = HoldCard.of(id = 0, number, placing)
        parts.warnings.advise(card)
        if (context.mayDrawOver()) context.open(card.intent(context))
    }
}
