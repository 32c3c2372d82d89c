package org.cleardown.aftercall

import android.app.Notification
import android.content.Context
import android.graphics.drawable.Icon
import org.cleardown.R
import org.cleardown.warning.Channel
import org.cleardown.warning.Message
import org.cleardown.warning.message
import org.cleardown.warning.onPressOpen
import org.cleardown.warning.post

/** Asks, without a sound, whom an unknown caller claimed to be. */
object QuestionMessage {
    /** Posts it; [number] is the caller's, null if hidden. */
    fun post(context: Context, number: String?) {
        val title = context.getString(R.string.question_headline)
        val text = context.getString(R.string.question_text)
        val question = QuestionActivity.intent(context, number, answer = null)
        val message = context.message(Channel.QUIET, title, text)
            .setContentIntent(context.onPressOpen(question, request = 0))
            .addAction(action(context, R.string.answer_yes, number, answer = true, request = 1))
            .addAction(action(context, R.string.answer_no, number, answer = false, request = 2))
            .setAutoCancel(true)
        context.post(Message.QUESTION, message)
    }

    private fun action(
        context: Context,
        words: Int,
        number: String?,
        answer: Boolean,
        request: Int,
    ): Notification.Action {
        val press = context.onPressOpen(QuestionActivity.intent(context, number, answer), request)
        val icon = Icon.createWithResource(context, R.drawable.ic_warning)
        return Notification.Action.Builder(icon, context.getString(words), press).build()
    }
}
