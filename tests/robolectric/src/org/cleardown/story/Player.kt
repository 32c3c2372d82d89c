package org.cleardown.story

import android.os.Build
import org.cleardown.phone.Phone
import org.cleardown.story.Action.Clock
import org.cleardown.story.Action.Ended
import org.cleardown.story.Action.Fault
import org.cleardown.story.Action.Idle
import org.cleardown.story.Action.Import
import org.cleardown.story.Action.Incoming
import org.cleardown.story.Action.Outgoing
import org.cleardown.story.Action.Person
import org.cleardown.story.Action.Reboot
import org.cleardown.story.Action.RemoveRelative
import org.cleardown.story.Action.Time

/** A step that was played: what the phone showed, and how long the app's answer to Android took. */
class Played(val step: Step, val actual: Actual, val answerMs: Double?) {
    /** What of the story's expectations was met. */
    val outcome: Outcome by lazy { actual.compare(step.expect) }
}

/** Looks at the phone while a story is played. */
interface Onlooker {
    /** Something new can be seen. */
    fun look(phone: Phone)

    /** A step is over. */
    fun stepDone(played: Played)
}

/**
 * Plays a story on the simulated phone, and says what could be seen there. With [always], that fault
 * holds from the first step to the last, whatever the story says of faults.
 */
class Player(private val story: Story, private val onlooker: Onlooker? = null, private val always: String? = null) {
    val phone = Phone(story.contacts)
    private val words = Words(phone.app)
    private val doors = Doors(phone.app)
    private val faults = Faults(phone, doors, story.list)
    private val calls = Calls(phone, words, story.steps)
    private val dialling = Dialling(phone, words)
    private val hand = Hand(phone, words) { onlooker?.look(phone) }
    private val waiting = Waiting(phone, words)

    /** Plays every step. */
    fun play(): List<Played> {
        prepare()
        return story.steps.mapIndexed { index, step -> play(index, step).also { onlooker?.stepDone(it) } }
    }

    /** The person sets the phone up: opens the app once, makes the settings. The story's list arrives. */
    private fun prepare() {
        phone.screens.leave(phone.home())
        if (story.list.length() > 0) doors.installList(story.list)
        check(hand.set(story.policy, story.trusted) == Change.TAKEN) { "the settings of the story were not taken" }
        always?.let(faults::begin)
    }

    private fun play(index: Int, step: Step): Played {
        phone.clock.goTo(step.ms - CallAnyway.headStartMs(story.steps, index))
        phone.turns.settle()
        hand.tidy(story.steps.drop(index).map(Step::action))
        faults.hold()
        phone.mark()
        val actual = Actual()
        actual.lateBy = ((phone.clock.storyMs - step.ms) / 1000).toInt().coerceAtLeast(0)
        val answerMs = act(index, step.action, actual)
        onlooker?.look(phone)
        if (step.expect.has("cool_down") || step.expect.has("remaining")) actual["cool_down"] = waiting.secondsAtHome()
        if (actual["placement"] == "place") actual["remaining"] = actual["cool_down"]
        return Played(step, actual, answerMs)
    }

    private fun act(index: Int, action: Action, actual: Actual): Double? {
        when (action) {
            is Incoming -> return calls.incoming(index, action, actual)
            is Outgoing -> return dialling.dial(action, actual)
            is Ended -> calls.ended(action, actual)
            is Idle -> calls.idle(actual)
            is Person -> hand.act(action, actual)
            is Import -> hand.act(action, actual)
            is RemoveRelative -> hand.removeRelative(actual)
            is Clock -> phone.setClock(action.byMs).also { actual["screen"] = waiting.screen() }
            is Time -> actual["screen"] = waiting.screen()
            is Reboot -> phone.reboot().also { actual["screen"] = "none" }
            is Fault -> if (always !=
                null
            ) {
                Unit
            } else if (action.what == "none") {
                faults.end()
            } else {
                faults.begin(action.what)
            }
        }
        return null
    }

    companion object {
        /** Why [story] cannot be played on this version of Android; null if it can. */
        fun obstacle(story: Story): String? {
            val isFailed = story.steps.any { (it.action as? Incoming)?.verification == "failed" }
            return if (isFailed && Build.VERSION.SDK_INT < Build.VERSION_CODES.R) {
                "Android 10 does not tell apps what the network's check of a number said"
            } else {
                null
            }
        }
    }
}
