package org.cleardown.stories

import org.cleardown.engine.Status

/** The after-call screen while nothing happens: it counts down, then says that the wait is over. */
internal class WaitScreen {
    private var isOpen = false

    /** Something happened, after which [screen] shows. */
    fun event(screen: String, status: Status?) {
        val waits = status != null && status.coolDownSeconds > 0
        isOpen = waits && (isOpen || screen == "after_call")
    }

    /** The screen while only time passes. */
    fun passing(status: Status?): String = when {
        !isOpen || status == null -> "none"
        status.coolDownSeconds == 0 -> "wait_over"
        status.coolDownStarted -> "after_call"
        else -> "none"
    }
}
