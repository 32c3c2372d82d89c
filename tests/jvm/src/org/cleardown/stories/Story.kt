package org.cleardown.stories

import org.json.JSONObject

/**
 * What happens to a phone, and what the app must do: one file of `tests/scenarios`.
 *
 * @property contacts the address book; null = it cannot be read.
 * @property list rows laid over the bundled list: number, organisation, line and so on.
 */
class Story(
    val title: String,
    val region: String,
    val policy: Map<String, Any>,
    val contacts: List<StoryContact>?,
    val list: List<Map<String, Any>>,
    val steps: List<Step>,
)

/** An entry of the address book, in any spelling. */
class StoryContact(val number: String, val name: String, val trusted: Boolean)

/**
 * One step.
 *
 * @property at as written, for messages; [seconds] from the start of the story.
 * @property action null = only time passes.
 * @property expect what is named must hold; null = nobody, nothing.
 */
class Step(val at: String, val seconds: Long, val action: Action?, val expect: Map<String, Any?>)

/** What happens in a step. */
sealed interface Action {
    /** The phone is about to ring; [presentation] and [verification] are the format's words. */
    class Incoming(val number: String?, val presentation: String, val verification: String) : Action

    /** The current call ends; [seen] = the phone tells us. */
    class Ended(val answered: Boolean?, val seen: Boolean) : Action

    /** The person dials. */
    class Outgoing(
        val number: String,
        val interactive: Boolean,
        val emergency: Boolean,
        val inCall: Boolean,
    ) : Action

    /** The person says or presses something in the app; [what] is the format's word. */
    class Person(val what: String, val number: String?, val policy: Map<String, Any>) : Action

    /** The person opens settings that [from] made for the phone, and takes them if that is possible. */
    class Import(val from: String, val version: Long, val policy: JSONObject) : Action

    /** The person takes away what the relative has set. */
    object RemoveRelative : Action

    /** The phone is started again. */
    object Reboot : Action

    /** The wall clock is set. */
    class Clock(val jumpSeconds: Long) : Action

    /** Evidence that no call is running. */
    object Idle : Action

    /** A fault begins; `none` = all end. */
    class Fault(val what: String) : Action
}
