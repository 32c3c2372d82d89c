package org.cleardown.aftercall

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.telecom.DisconnectCause
import org.cleardown.engine.EndedCall

/**
 * What Android says at the end of a call (from Android 11 on). Anybody can send the same, so nothing
 * here is believed: the engine compares it with its own records.
 */
object PostCall {
    // TelecomManager.ACTION_POST_CALL and its extras, which Android 10 does not have.
    private const val ACTION = "android.telecom.action.POST_CALL"
    private const val DISCONNECT_CAUSE = "android.telecom.extra.DISCONNECT_CAUSE"
    private const val HANDLE = "android.telecom.extra.HANDLE"

    /** Whether this intent says that a call ended. */
    fun isIn(intent: Intent): Boolean = intent.action == ACTION

    /** The call that ended; null if the intent cannot be read. */
    fun read(intent: Intent, inCall: Boolean): EndedCall? = try {
        val extras = intent.extras ?: Bundle.EMPTY
        EndedCall(
            number = handle(extras)?.schemeSpecificPart,
            identified = true,
            answered = answered(extras.getInt(DISCONNECT_CAUSE, DisconnectCause.UNKNOWN)),
            inCall = inCall,
        )
    } catch (_: RuntimeException) {
        // Extras of a class that we do not have, or of the wrong one.
        null
    }

    @Suppress("DEPRECATION")
    private fun handle(extras: Bundle): Uri? = extras.getParcelable<Uri>(HANDLE)

    private fun answered(cause: Int): Boolean? = when (cause) {
        DisconnectCause.MISSED, DisconnectCause.REJECTED -> false
        DisconnectCause.LOCAL, DisconnectCause.REMOTE -> true
        else -> null
    }
}
