package org.cleardown.platform

import android.os.Build
import android.telecom.Call
import android.telecom.Connection
import android.telecom.TelecomManager
import org.cleardown.engine.Presentation
import org.cleardown.engine.Verification

/** The number that the network showed, as it came. Null for a hidden caller, and on some phones for others. */
val Call.Details.shownNumber: String? get() = handle?.schemeSpecificPart

/** Whether the person rings somebody, rather than being rung. */
val Call.Details.isOutgoing: Boolean get() = callDirection == Call.Details.DIRECTION_OUTGOING

/** Why a number is shown or not. Anything new counts as unknown. */
val Call.Details.presentation: Presentation
    get() = when (handlePresentation) {
        TelecomManager.PRESENTATION_ALLOWED -> Presentation.ALLOWED
        TelecomManager.PRESENTATION_RESTRICTED -> Presentation.RESTRICTED
        TelecomManager.PRESENTATION_PAYPHONE -> Presentation.PAYPHONE
        else -> Presentation.UNKNOWN
    }

/** What the network says of its own check of the number (Android 11 and later; hardly ever in the UK). */
val Call.Details.verification: Verification
    get() = when {
        Build.VERSION.SDK_INT < Build.VERSION_CODES.R -> Verification.NOT_VERIFIED
        callerNumberVerificationStatus == Connection.VERIFICATION_STATUS_PASSED -> Verification.PASSED
        callerNumberVerificationStatus == Connection.VERIFICATION_STATUS_FAILED -> Verification.FAILED
        else -> Verification.NOT_VERIFIED
    }
