package org.cleardown.placing

import android.content.Context
import android.content.Intent
import org.cleardown.Reason
import org.cleardown.engine.Placing
import org.cleardown.screen

/**
 * What a hold screen shows. [id] names the waiting call in this process; 0 if nothing waits, because
 * the call goes out and the screen is only advice.
 */
data class HoldCard(
    val id: Int,
    val number: String,
    val display: String,
    val reasons: List<String>,
    val remainingSeconds: Int,
    val passable: Boolean,
    val plainTap: Boolean,
    val organisation: String?,
) {
    /** Whether the suspicious call had not ended when this one was held. */
    val isCallRunning: Boolean get() = Reason.CALL_RUNNING.code in reasons

    /** The intent that opens the screen. */
    fun intent(context: Context): Intent = context.screen<HoldActivity>()
        .putExtra(ID, id)
        .putExtra(NUMBER, number)
        .putExtra(DISPLAY, display)
        .putExtra(REASONS, reasons.toTypedArray())
        .putExtra(REMAINING, remainingSeconds)
        .putExtra(PASSABLE, passable)
        .putExtra(PLAIN_TAP, plainTap)
        .putExtra(ORGANISATION, organisation)

    companion object {
        private const val ID = "id"
        private const val NUMBER = "number"
        private const val DISPLAY = "display"
        private const val REASONS = "reasons"
        private const val REMAINING = "remaining"
        private const val PASSABLE = "passable"
        private const val PLAIN_TAP = "plain_tap"
        private const val ORGANISATION = "organisation"

        /** The card for what the engine decided about [number]. */
        fun of(id: Int, number: String, placing: Placing) = HoldCard(
            id = id,
            number = number,
            display = placing.display ?: number,
            reasons = placing.reasons,
            remainingSeconds = placing.remainingSeconds,
            passable = placing.passable,
            plainTap = placing.plainTap,
            organisation = placing.organisation,
        )

        /** The card that opened a screen. */
        fun of(intent: Intent): HoldCard {
            val number = intent.getStringExtra(NUMBER).orEmpty()
            return HoldCard(
                id = intent.getIntExtra(ID, 0),
                number = number,
                display = intent.getStringExtra(DISPLAY) ?: number,
                reasons = intent.getStringArrayExtra(REASONS).orEmpty().toList(),
                remainingSeconds = intent.getIntExtra(REMAINING, 0),
                passable = intent.getBooleanExtra(PASSABLE, false),
                plainTap = intent.getBooleanExtra(PLAIN_TAP, false),
                organisation = intent.getStringExtra(ORGANISATION),
            )
        }
    }
}
