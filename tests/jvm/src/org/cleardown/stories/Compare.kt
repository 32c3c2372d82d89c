package org.cleardown.stories

import kotlin.math.abs

/** One line for every expectation that was not met; both by the keys of the format. */
fun failures(expect: Map<String, Any?>, actual: Map<String, Any?>): List<String> =
    expect.mapNotNull { (key, wanted) -> failure(key, wanted, actual) }

private fun failure(key: String, wanted: Any?, actual: Map<String, Any?>): String? {
    val got = actual[key]
    val met = when (key) {
        "reasons" -> texts(got).containsAll(texts(wanted))
        "without" -> texts(actual["reasons"]).none(texts(wanted)::contains)
        "remaining", "cool_down" -> got is Int && wanted is Int && abs(got - wanted) <= 1
        in PLAIN -> got == wanted
        else -> true
    }
    return if (met) null else "$key: expected $wanted, got ${got ?: actual["reasons"].takeIf { key == "without" }}"
}

private fun texts(value: Any?): List<Any?> = value as? List<Any?> ?: emptyList()

private val PLAIN =
    setOf("alert", "response", "organisation", "placement", "passable", "screen", "accepted", "refused")
