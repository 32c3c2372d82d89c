package org.cleardown.story

import android.view.View
import org.cleardown.R
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.texts
import org.cleardown.placing.HoldActivity

/** The person presses "Call anyway": twice, ten seconds apart, or once where one press is enough. */
class CallAnyway(private val phone: Phone, private val words: Words, private val look: () -> Unit) {
    /** Presses, if the hold screen of [number] is there. True if the keypad came up with the number. */
    fun press(number: String): Boolean {
        val hold = phone.screens.find(HoldActivity::class.java) ?: return false
        phone.screens.show(hold)
        val texts = hold.window.decorView.texts()
        if (words.held(texts)?.let { isSame(it, number) } != true) return false
        val before = phone.screens.keypads.size
        if (!phone.screens.press(R.id.call_anyway)) return false
        if (phone.screens.keypads.size == before) {
            look()
            check(!words.says(hold.window.decorView.read(R.id.call_anyway_note), "call_anyway_ready")) {
                "no time to think"
            }
            phone.clock.goTo(phone.clock.storyMs + TEN_SECONDS_MS)
            phone.turns.settle()
            phone.screens.press(R.id.call_anyway)
        }
        return phone.screens.keypads.drop(before).any { isSame(it, number) }
    }

    /** Whether the person will not come back to this hold screen to press the button. */
    fun isDone(screen: View, come: List<Action>): Boolean {
        val number = words.held(screen.texts()) ?: return true
        return come.filterIsInstance<Action.Person>().none {
            it.what == "call_anyway" &&
                isSame(it.number.orEmpty(), number)
        }
    }

    companion object {
        private const val TEN_SECONDS_MS = 10_000L

        /** Digits that two spellings of one number have in common. */
        private const val SIGNIFICANT = 9

        /** How long before its own time a step begins: the first press comes ten seconds before the second. */
        fun headStartMs(steps: List<Step>, index: Int): Long {
            val isPress = (steps[index].action as? Action.Person)?.what == "call_anyway"
            if (!isPress || index == 0) return 0
            return (steps[index].ms - steps[index - 1].ms).coerceIn(0, TEN_SECONDS_MS)
        }

        private fun isSame(one: String, other: String): Boolean =
            one.filter(Char::isDigit).takeLast(SIGNIFICANT) == other.filter(Char::isDigit).takeLast(SIGNIFICANT)
    }
}
