package org.cleardown.phone

import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.telecom.ParcelableCall
import org.robolectric.shadow.api.Shadow

/** A call as Android describes it to a screening app: only these fields are filled. */
data class CallParcel(
    val number: String?,
    val isOutgoing: Boolean = false,
    val presentation: Int = ALLOWED,
    val verification: Int = NOT_VERIFIED,
    val createdMs: Long = 0,
) {
    /** The parcel; it has no public constructor, and its fields differ between versions. */
    fun build(): ParcelableCall {
        val parcel = Shadow.newInstanceOf(ParcelableCall::class.java)
        fun set(field: String, value: Any?) = ParcelableCall::class.java.getDeclaredField(field).run {
            isAccessible = true
            set(parcel, value)
        }
        set("mId", ID)
        set("mHandle", number?.let { Uri.fromParts("tel", it, null) })
        set("mHandlePresentation", presentation)
        set("mCallDirection", if (isOutgoing) OUTGOING else INCOMING)
        set("mCreationTimeMillis", createdMs)
        set("mExtras", Bundle())
        set("mIntentExtras", Bundle())
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) set("mCallerNumberVerificationStatus", verification)
        return parcel
    }

    companion object {
        const val ID = "TC@1"
        const val ALLOWED = 1
        const val NOT_VERIFIED = 0
        private const val INCOMING = 0
        private const val OUTGOING = 1
    }
}
