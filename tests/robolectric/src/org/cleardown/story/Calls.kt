package org.cleardown.story

import android.os.Build
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.phone.CallParcel
import org.cleardown.phone.Phone
import org.cleardown.phone.read

/** Incoming calls and their ends, as Android tells the app of them. */
class Calls(private val phone: Phone, private val words: Words, private val steps: List<Step>) {
    init {
        // Android 13 without the permission that the set-up screen offers; the others with.
        phone.line.isTold = Build.VERSION.SDK_INT != Build.VERSION_CODES.TIRAMISU
    }

    /** The phone is about to ring: what the app answers and shows. Gives the milliseconds to the answer. */
    fun incoming(index: Int, call: Action.Incoming, actual: Actual): Double? {
        val overlays = phone.windows.overlays
        phone.isLocked = Build.VERSION.SDK_INT >= Build.VERSION_CODES.VANILLA_ICE_CREAM
        val answers = phone.telecom.screen(
            CallParcel(call.number, presentation = presentation(call), verification = verification(call)),
        )
        phone.line.ring(call.number)
        val warning = Warning(Card.fresh(phone, words, overlays), words)
        actual["response"] = answers.joinToString("+") { it.words }.ifEmpty { null }
        actual["alert"] = warning.alert
        actual["reasons"] = warning.reasons
        actual["organisation"] = warning.organisation
        if (isTaken(index)) phone.line.take()
        return answers.firstOrNull()?.let { it.afterNs / 1e6 }
    }

    /** The newest call ends. */
    fun ended(end: Action.Ended, actual: Actual) {
        phone.isLocked = false
        if (!end.isSeen) {
            // The process died during the call, and no broadcast is sent.
            phone.restartProcess()
            phone.line.hangUpUnseen()
            actual["screen"] = "none"
            return
        }
        val isFirst = Build.VERSION.SDK_INT < LATEST
        if (isFirst) tell(end) else tellLast(end)
        actual["screen"] = screen()
        if (!phone.line.isBusy) check(noWarning()) { "the warning is still up after the call" }
    }

    /** The phone shows that no call is running. */
    fun idle(actual: Actual) {
        phone.isLocked = false
        val wasBusy = phone.line.isBusy && phone.line.isTold
        phone.line.clear()
        if (!wasBusy) phone.line.tellIdle()
        actual["screen"] = screen()
    }

    /** The phone's state goes idle, then Android opens the after-call screen (from Android 11 on). */
    private fun tell(end: Action.Ended) {
        val wasBusy = phone.line.isBusy
        val number = phone.line.hangUp()
        if (!wasBusy && phone.line.isTold) phone.line.tellIdle()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) postCall(end, number, wasBusy)
    }

    /** The other way round: which comes first is not said anywhere. */
    private fun tellLast(end: Action.Ended) {
        val wasBusy = phone.line.isBusy
        phone.line.isTold = false
        val number = phone.line.hangUp()
        postCall(end, number, wasBusy)
        phone.line.isTold = true
        if (!phone.line.isBusy) phone.line.tellIdle()
    }

    private fun postCall(end: Action.Ended, number: String?, wasBusy: Boolean) {
        phone.postCall(if (wasBusy) number else DIALLED, cause(end))
    }

    private fun cause(end: Action.Ended): Int = when (end.answered) {
        null -> UNKNOWN
        true -> if (end.cause == "local") LOCAL else REMOTE
        false -> if (end.cause == "rejected") REJECTED else MISSED
    }

    /** What came up because of the end of a call. */
    private fun screen(): String {
        val after = phone.screens.find(AfterCallActivity::class.java)?.takeIf(phone.screens::isFresh)
        val isNew = after != null && (phone.screens.isNew(after) || phone.notices.fresh.isNotEmpty())
        val screen = if (isNew) words.screen(after?.window?.decorView?.read(R.id.headline)) else null
        val isAsked = phone.notices.fresh.any { words.says(it.title, "question_headline") }
        return screen ?: if (isAsked) "question" else "none"
    }

    private fun noWarning() =
        phone.windows.overlays.isEmpty() && phone.notices.all.none { words.alert(it.title) != null }

    /** Whether the person takes the call: it is, unless its end says otherwise. */
    private fun isTaken(index: Int): Boolean {
        var depth = 0
        for (step in steps.drop(index + 1)) {
            when (val action = step.action) {
                is Action.Incoming -> depth++
                is Action.Ended -> if (depth-- == 0) return action.answered != false
                is Action.Idle, is Action.Reboot -> return true
                else -> Unit
            }
        }
        return true
    }

    private fun presentation(call: Action.Incoming) = when (call.presentation) {
        "restricted" -> 2
        "unknown" -> 3
        "payphone" -> 4
        else -> CallParcel.ALLOWED
    }

    private fun verification(call: Action.Incoming) = when (call.verification) {
        "passed" -> 1
        "failed" -> 2
        else -> CallParcel.NOT_VERIFIED
    }

    private companion object {
        const val LATEST = 36

        /** A number that the person dialled: Android tells of the end of such calls, too. */
        const val DIALLED = "+447700900998"

        /** Android's `DisconnectCause`. */
        const val UNKNOWN = 0
        const val LOCAL = 2
        const val REMOTE = 3
        const val MISSED = 5
        const val REJECTED = 6
    }
}
