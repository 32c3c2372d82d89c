package org.cleardown.demo

import org.cleardown.story.Action
import org.cleardown.story.Actual
import org.cleardown.story.Words

/** Tells in plain sentences what happened, and what the phone did. */
class Tale(private val words: Words) {
    /** What happened. */
    fun event(action: Action): String = when (action) {
        is Action.Incoming -> incoming(action)
        is Action.Ended -> ended(action)
        is Action.Outgoing ->
            "The person dials ${action.number}" +
                (if (action.isInCall) ", while a call runs." else ".")
        is Action.Person -> person(action)
        is Action.Clock -> "Somebody sets the clock of the phone."
        is Action.Fault -> if (action.what == "none") "Everything is mended." else "Something breaks: ${action.what}."
        is Action.Import -> "The person opens settings that ${action.from} has sent."
        Action.RemoveRelative -> "The person takes all settings of the relative away."
        Action.Time -> "Time has passed."
        Action.Reboot -> "The phone starts again."
        Action.Idle -> "The phone shows that no call is running."
    }

    /** What the phone did, as it was seen. */
    fun did(action: Action, actual: Actual): List<String> = buildList {
        when (action) {
            is Action.Incoming -> warned(actual)
            is Action.Outgoing -> placed(actual)
            else -> Unit
        }
        add(screen(actual["screen"] as String?))
        val warned = actual["alert"]?.takeIf { it != "none" } != null
        if ((action is Action.Incoming && warned) || actual["placement"] == "hold" || action is Action.Person) {
            (actual["reasons"] as? List<*>).orEmpty().forEach { add("Why: " + words.text("reason_$it")) }
        }
        when (val seconds = actual["cool_down"] as Int?) {
            null -> Unit
            0 -> add("No wait is running.")
            else -> add("Left to wait: ${clock(seconds)}.")
        }
        if (actual["passable"] == true) add("“${words.text("call_anyway")}” is there.")
        if (actual["passable"] == false) add("“${words.text("call_anyway")}” is not there.")
    }.filter(String::isNotEmpty)

    private fun MutableList<String>.warned(actual: Actual) {
        val alert = actual["alert"]
        add(if (alert == "none") "No warning." else "Warning: “${words.text("headline_$alert")}”.")
        add(
            if (actual["response"] ==
                "allow"
            ) {
                "The call rings as always."
            } else {
                "The app answered: ${actual["response"]}."
            }
        )
        actual["organisation"]?.let { add("The number shown is one of $it.") }
    }

    private fun MutableList<String>.placed(actual: Actual) {
        add(if (actual["placement"] == "hold") "The call is held." else "The call goes out.")
        actual["organisation"]?.let { add("The number is one of $it.") }
    }

    private fun screen(name: String?): String = when (name) {
        null -> ""
        "none" -> ""
        else -> "On the screen: “${words.text(HEADLINES.getValue(name))}”."
    }

    private fun incoming(call: Action.Incoming): String {
        val shown =
            call.number?.takeIf { call.presentation == "allowed" } ?: return "A call comes in. It shows no number."
        return "A call comes in. It shows $shown."
    }

    private fun ended(end: Action.Ended): String = when {
        !end.isSeen -> "The call is over. The app does not hear of it."
        end.cause == "local" -> "The person hangs up."
        end.cause == "remote" -> "The caller hangs up."
        end.cause == "rejected" -> "The person does not take the call."
        else -> "The call was missed."
    }

    private fun person(action: Action.Person): String = when (action.what) {
        "said_authority" -> "The person says: it was the police, a bank or the tax office."
        "said_nothing" -> "The person says: it was nobody of that kind."
        "gave_details" -> "The person presses “${words.text("i_gave_details")}”."
        "suspicious_call_here" -> "The person says: a suspicious call, on this phone."
        "suspicious_call_elsewhere" -> "The person says: a suspicious call, on another phone."
        "call_anyway" -> "The person presses “${words.text("call_anyway")}” for ${action.number}."
        else -> "The person changes the settings."
    }

    companion object {
        private val HEADLINES = mapOf(
            "after_call" to "after_call_headline",
            "wait_over" to "wait_over_headline",
            "question" to "question_headline",
            "hold" to "hold_headline",
            "use_this_phone" to "use_this_headline",
        )

        /** `4:05` */
        fun clock(seconds: Int): String = "%d:%02d".format(seconds / 60, seconds % 60)
    }
}
