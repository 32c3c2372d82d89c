package org.cleardown.home

import org.cleardown.R
import org.cleardown.engine.Status

/** How things stand; the first that applies is shown. */
enum class HomeState(val headline: Int, val text: Int, val hasScreen: Boolean) {
    CALL_RUNNING(R.string.home_call_running, R.string.home_call_running_text, hasScreen = true),
    WAITING(R.string.home_waiting, R.string.wait_why, hasScreen = true),
    OTHER_LINE(R.string.home_other_line, R.string.use_this_text, hasScreen = true),
    ROLE_LOST(R.string.home_not_ready, R.string.home_role_lost, hasScreen = false),
    NOT_READY(R.string.home_not_ready, R.string.home_not_ready_text, hasScreen = false),
    READY(R.string.home_ready, R.string.home_ready_text, hasScreen = false),
    ;

    /** Whether the set-up is what is needed now. */
    val needsSetup: Boolean get() = this == NOT_READY || this == ROLE_LOST

    /** Seconds to count down; 0 if nothing counts. */
    fun seconds(status: Status): Int = when (this) {
        WAITING -> status.coolDownSeconds
        OTHER_LINE -> status.otherLineSeconds
        else -> 0
    }

    companion object {
        /** The state to show; [hadRole] if the person once went through the set-up. */
        fun of(status: Status, hasRole: Boolean, hadRole: Boolean): HomeState = when {
            status.coolDownSeconds > 0 && !status.coolDownStarted -> CALL_RUNNING
            status.coolDownSeconds > 0 -> WAITING
            status.otherLineSeconds > 0 -> OTHER_LINE
            hasRole -> READY
            hadRole -> ROLE_LOST
            else -> NOT_READY
        }
    }
}
