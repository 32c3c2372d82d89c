package org.cleardown.story

import org.json.JSONArray
import org.json.JSONObject
import kotlin.math.abs

/** Why an expectation cannot be seen from outside the app. Nothing else may be left unchecked. */
enum class Unseen(val why: String) {
    PLACED_REASONS("a call that goes out shows no reasons"),
    PLACED_PASSABLE("a call that goes out shows no button"),
    PLACED_ORGANISATION("a call that goes out shows no organisation"),
    SAID_ALERT("the screens after what the person said show no alert level"),
    ELSEWHERE_REASONS("the screen about the other phone shows no reasons"),
}

/** What the phone showed in one step, by the keys of the format. */
class Actual {
    private val seen = mutableMapOf<String, Any?>()
    private val unseen = mutableMapOf<String, Unseen>()

    /** By how many seconds the phone is behind the story: a person needs ten for the two presses. */
    var lateBy: Int = 0

    operator fun set(key: String, value: Any?) {
        seen[key] = value
    }

    operator fun get(key: String): Any? = seen[key]

    /** This key cannot be seen in this step. */
    fun hide(key: String, why: Unseen) {
        unseen[key] = why
    }

    /** Everything that was seen, for people. */
    override fun toString(): String = seen.entries.filter { it.value != null && it.value != emptyList<String>() }
        .joinToString { (key, value) -> "$key $value" }

    /** What of [expect] was checked, was not met, or cannot be seen. */
    fun compare(expect: JSONObject): Outcome {
        val outcome = Outcome(lateBy)
        for (key in expect.keys()) {
            val kind = if (key == "without") "reasons" else key
            val hidden = unseen[kind]
            when {
                hidden != null -> outcome.unseen += hidden
                kind !in seen && kind in Outcome.ALWAYS -> outcome.failures += "$key: nothing was seen"
                else -> outcome.check(key, expect, seen[kind])
            }
        }
        return outcome
    }
}

/** The result of comparing one step. */
class Outcome(private val lateBy: Int) {
    val checked = mutableListOf<String>()
    val failures = mutableListOf<String>()
    val unseen = mutableListOf<Unseen>()

    internal fun check(key: String, expect: JSONObject, actual: Any?) {
        checked += key
        val isMet = when (key) {
            "reasons" -> (actual as List<*>).containsAll(expect.list(key))
            "without" -> (actual as List<*>).none(expect.list(key)::contains)
            "remaining", "cool_down" -> isNear(expect.getInt(key), actual as Int?)
            "passable", "accepted" -> actual == expect.getBoolean(key)
            else -> actual == expect.text(key)
        }
        if (!isMet) failures += "$key: expected ${expect.get(key)}, seen $actual"
    }

    private fun isNear(wanted: Int, actual: Int?) =
        actual != null && abs((wanted - lateBy).coerceAtLeast(0) - actual) <= 1

    private fun JSONObject.list(key: String): List<String> = (get(key) as JSONArray).texts()

    internal companion object {
        /** What the player must have looked at, whatever the step. */
        val ALWAYS =
            setOf(
                "alert",
                "response",
                "reasons",
                "placement",
                "remaining",
                "passable",
                "screen",
                "accepted",
                "refused",
                "cool_down",
            )
    }
}
