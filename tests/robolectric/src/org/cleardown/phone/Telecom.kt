package org.cleardown.phone

import android.content.ComponentName
import android.content.Intent
import android.net.Uri
import android.telecom.PhoneAccountHandle
import com.android.internal.telecom.ICallRedirectionAdapter
import com.android.internal.telecom.ICallRedirectionService
import com.android.internal.telecom.ICallScreeningAdapter
import com.android.internal.telecom.ICallScreeningService
import org.cleardown.placing.PlacingService
import org.cleardown.robo.WallClock
import org.cleardown.screening.ScreeningService
import org.robolectric.Robolectric

/** Android's telecom service: binds the app's two services, asks them, and lets go of them. */
class Telecom(private val turns: Turns) {
    /** Asks about a call that is about to ring, or tells of one that goes out. */
    fun screen(call: CallParcel): List<Answer> {
        val service = Robolectric.buildService(ScreeningService::class.java).create().get()
        val binder = service.onBind(Intent()) as ICallScreeningService
        val answers = Answers()
        binder.screenCall(
            answers.end<ICallScreeningAdapter>(),
            call.copy(createdMs = WallClock.currentTimeMillis()).build()
        )
        turns.until(ANDROID_WAITS_MS) { answers.all.isNotEmpty() }
        // Android lets go of the service the moment it has an answer.
        service.onUnbind(Intent())
        turns.settle()
        return answers.all
    }

    /** Asks whether a call may go out. */
    fun place(number: String, isInteractive: Boolean): List<Answer> =
        place(Uri.fromParts("tel", number, null), isInteractive)

    /** Asks whether a call to this address may go out. */
    fun place(handle: Uri?, isInteractive: Boolean): List<Answer> {
        val service = Robolectric.buildService(PlacingService::class.java).create().get()
        val binder = service.onBind(Intent()) as ICallRedirectionService
        val answers = Answers()
        binder.placeCall(answers.end<ICallRedirectionAdapter>(), handle, ACCOUNT, isInteractive)
        turns.until(ANDROID_WAITS_MS) { answers.all.isNotEmpty() }
        service.onUnbind(Intent())
        turns.settle()
        return answers.all
    }

    private companion object {
        /** Android gives up after five seconds. */
        const val ANDROID_WAITS_MS = 5_000L
        val ACCOUNT = PhoneAccountHandle(ComponentName("com.android.phone", "Sim"), "1")
    }
}
