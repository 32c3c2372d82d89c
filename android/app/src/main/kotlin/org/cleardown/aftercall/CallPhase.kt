package org.cleardown.aftercall

import android.telephony.TelephonyManager

/** What the phone states so far say about the call that is running. */
enum class CallPhase(val wasAnswered: Boolean?) {
    IDLE(null),
    RINGING(false),
    ANSWERED(true),

    /** Dialled, or two calls at once: the states do not say which of them was taken. */
    UNCLEAR(null),
    ;

    /** The phase after the phone reported [state]. */
    fun next(state: String?): CallPhase = when (state) {
        TelephonyManager.EXTRA_STATE_IDLE -> IDLE
        TelephonyManager.EXTRA_STATE_RINGING -> if (this == IDLE || this == RINGING) RINGING else UNCLEAR
        TelephonyManager.EXTRA_STATE_OFFHOOK -> if (this == RINGING || this == ANSWERED) ANSWERED else UNCLEAR
        else -> this
    }

    companion object {
        /** The phase with this name; idle if there is none. */
        fun of(name: String?): CallPhase = entries.firstOrNull { it.name == name } ?: IDLE
    }
}
