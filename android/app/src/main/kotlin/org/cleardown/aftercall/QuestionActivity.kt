package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.view.View
import org.cleardown.R
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Screen
import org.cleardown.onPress
import org.cleardown.screen
import org.cleardown.showIf
import org.cleardown.warning.Message
import org.cleardown.warning.withdraw

/** Did the caller say they were the police, a bank, the tax office? An answer given in the message shows nothing here. */
class QuestionActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        // Pressed in the message already: nothing needs to be shown.
        if (intent.hasExtra(ANSWER)) answer(intent.getBooleanExtra(ANSWER, true)) else show()
    }

    private fun show() {
        setContentView(R.layout.question)
        onPress(R.id.answer_yes) { answer(yes = true) }
        onPress(R.id.answer_no) { answer(yes = false) }
    }

    private fun failed() {
        if (findViewById<View>(R.id.problem) == null) show()
        showIf(R.id.problem, true)
    }

    private fun answer(yes: Boolean) {
        if (findViewById<View>(R.id.problem) != null) showIf(R.id.problem, false)
        val what = if (yes) PersonSays.SAID_AUTHORITY else PersonSays.SAID_NOTHING
        says(what, intent.getStringExtra(NUMBER), failed = ::failed) { result ->
            withdraw(Message.QUESTION)
            if (result.screen == Screen.AFTER_CALL) startActivity(AfterCallActivity.intent(this, said = result.reasons))
            finish()
        }
    }

    companion object {
        private const val NUMBER = "number"
        private const val ANSWER = "answer"

        /** Opens the question about the call from [number], with an [answer] if there is one already. */
        fun intent(context: Context, number: String?, answer: Boolean?): Intent = context.screen<QuestionActivity>()
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
            .putExtra(NUMBER, number)
            .apply { if (answer != null) putExtra(ANSWER, answer) }
    }
}
