package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.engine.AfterEnd
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Screen
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.platform.isInCall
import org.cleardown.screen
import org.cleardown.showIf

/**
 * What to do after a flagged call. Android opens it after every call, and any other app can: it goes
 * without a trace when the engine, asked about the call, has nothing to say.
 */
class AfterCallActivity : Activity() {
    private var view: AfterCallView? = null
    private var isHeard = false
    private var call: Long? = null

    /** Whether this screen has shown a wait: then it says that the wait is over. */
    private var hasWaited = false

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        isHeard = savedInstanceState?.getBoolean(HEARD) ?: false
        hasWaited = savedInstanceState?.getBoolean(WAITED) ?: false
        if (PostCall.isIn(intent) && !isHeard) hear(intent) else refresh()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        if (isNew()) hasWaited = false
        if (PostCall.isIn(intent)) hear(intent) else refresh()
    }

    override fun onResume() {
        super.onResume()
        if (view != null) refresh()
    }

    override fun onPause() {
        view?.stop()
        super.onPause()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putBoolean(HEARD, isHeard)
        outState.putBoolean(WAITED, hasWaited)
    }

    private fun hear(intent: Intent) {
        val end = PostCall.read(intent, isInCall()) ?: return leave()
        ask({ _, _ -> parts.ends.postCall(end) }, failed = ::leave) { after ->
            isHeard = true
            heard(after, end.number)
        }
    }

    private fun heard(after: AfterEnd, number: String?) {
        when (after.screen) {
            Screen.AFTER_CALL -> {
                hasWaited = false
                AfterCallMessage.post(this, after, alone = false)
                refresh()
            }
            Screen.QUESTION -> {
                QuestionMessage.post(this, number)
                leave()
            }
            else -> leave()
        }
    }

    private fun refresh() = ask(AfterCallFacts.Companion::read, failed = ::leave) { facts ->
        val status = facts.status
        if (view == null && status.flagged == null && status.coolDownSeconds == 0) leave() else show(facts)
    }

    private fun show(facts: AfterCallFacts) {
        val frame = findViewById<ViewGroup>(android.R.id.content)
        val shown = view ?: AfterCallView(this, frame, ::refresh, ::bind).also { view = it }
        call = facts.status.flagged?.id
        hasWaited = hasWaited || facts.status.coolDownSeconds > 0
        shown.show(facts, hasWaited, said())
    }

    private fun bind() {
        onPress(R.id.take_details) { startActivity(DetailsActivity.intent(this, call)) }
        onPress(R.id.close, ::finish)
        if (findViewById<View>(R.id.gave_details) != null) onPress(R.id.gave_details, ::gaveDetails)
    }

    private fun gaveDetails() {
        showIf(R.id.problem, false)
        says(PersonSays.GAVE_DETAILS, failed = { showIf(R.id.problem, true) }) { refresh() }
    }

    private fun isNew(): Boolean = read(false) { getBooleanExtra(NEW, false) }

    private fun said(): List<String> = read(emptyList()) { getStringArrayExtra(SAID).orEmpty().toList() }

    /** Extras may come from anyone, and be of a class that cannot be read. */
    private fun <T> read(otherwise: T, extra: Intent.() -> T): T = try {
        intent.extra()
    } catch (_: RuntimeException) {
        otherwise
    }

    /** Nothing to say, or nothing new: what is on the screen already stays. */
    private fun leave() {
        if (view == null) finish()
    }

    companion object {
        private const val HEARD = "heard"
        private const val WAITED = "waited"
        private const val NEW = "new"
        private const val SAID = "said"

        /**
         * Opens the screen from our own code: [isNew] if a call has just ended; [said] has the reasons
         * where the person's own word is all there is, and no call.
         */
        fun intent(context: Context, isNew: Boolean = false, said: List<String> = emptyList()): Intent =
            context.screen<AfterCallActivity>()
                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_SINGLE_TOP)
                .putExtra(NEW, isNew)
                .putExtra(SAID, said.toTypedArray())
    }
}
