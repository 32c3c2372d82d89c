package org.cleardown.aftercall

import org.cleardown.R
import org.cleardown.engine.Status

/** The faces of the after-call screen: each has one message and one main button. */
enum class AfterCallKind(val headline: Int, val layout: Int) {
    /** Details or money are gone: what to do, one step after the other. */
    STEPS(R.string.steps_headline, R.layout.after_steps),

    /** The wait runs, or will run when the call is over. */
    WAITING(R.string.after_call_headline, R.layout.after_call),

    /** The call was not taken. */
    MISSED(R.string.missed_headline, R.layout.after_missed),

    /** The wait is over. */
    OVER(R.string.wait_over_headline, R.layout.after_over),
    ;

    companion object {
        /** The face to show; [hasWaited] if a wait was shown before. */
        fun of(status: Status, hasWaited: Boolean): AfterCallKind = when {
            status.coolDownSeconds == 0 && status.flagged?.answered == false && !hasWaited -> MISSED
            status.gaveDetails -> STEPS
            status.coolDownSeconds > 0 -> WAITING
            else -> OVER
        }
    }
}
