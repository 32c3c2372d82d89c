package org.cleardown.phone

import android.app.Application
import android.content.Intent
import android.media.AudioManager
import android.telephony.TelephonyManager

/** The phone line: incoming calls that ring or run, the audio mode, and what the phone says of its state. */
class Line(private val app: Application, private val turns: Turns) {
    private class Call(val number: String?, var isTaken: Boolean = false)

    private val calls = mutableListOf<Call>()
    private val audio = app.getSystemService(AudioManager::class.java)
    private var state = TelephonyManager.EXTRA_STATE_IDLE

    /** Whether the app may hear of the phone's state. */
    var isTold = true

    /** Whether a call is ringing or running. */
    val isBusy: Boolean get() = calls.isNotEmpty()

    /** A call comes in. */
    fun ring(number: String?) {
        calls += Call(number)
        changed()
    }

    /** The person takes every call that rings. */
    fun take() {
        calls.forEach { it.isTaken = true }
        changed()
    }

    /** The newest call is over; gives its number. */
    fun hangUp(): String? {
        val call = calls.removeLastOrNull()
        changed()
        return call?.number
    }

    /** Every call is over. */
    fun clear() {
        calls.clear()
        changed()
    }

    /** Calls end without a sign: this process was not running, and hears nothing of it later. */
    fun hangUpUnseen() {
        calls.removeLastOrNull()
        state = stateNow()
        audio.mode = mode()
    }

    /** While [act] runs, a call of another kind is running or is not. */
    fun <T> during(isRunning: Boolean, act: () -> T): T {
        val before = audio.mode
        audio.mode = if (isRunning) AudioManager.MODE_IN_CALL else before
        return act().also { audio.mode = before }
    }

    /** The phone says again that no call is running. */
    fun tellIdle() = tell(TelephonyManager.EXTRA_STATE_IDLE)

    private fun changed() {
        audio.mode = mode()
        val now = stateNow()
        if (now == state) return
        state = now
        if (isTold) tell(now)
    }

    private fun tell(state: String) {
        app.sendBroadcast(
            Intent(TelephonyManager.ACTION_PHONE_STATE_CHANGED).putExtra(TelephonyManager.EXTRA_STATE, state),
        )
        turns.settle()
    }

    private fun mode() = when {
        calls.any(Call::isTaken) -> AudioManager.MODE_IN_CALL
        calls.isNotEmpty() -> AudioManager.MODE_RINGTONE
        else -> AudioManager.MODE_NORMAL
    }

    private fun stateNow() = when {
        calls.any { !it.isTaken } -> TelephonyManager.EXTRA_STATE_RINGING
        calls.isNotEmpty() -> TelephonyManager.EXTRA_STATE_OFFHOOK
        else -> TelephonyManager.EXTRA_STATE_IDLE
    }
}
