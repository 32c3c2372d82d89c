package org.cleardown.engine

import org.json.JSONArray
import org.json.JSONObject

// What is answered, from JSON. Only methods are used that both Android's org.json and the JVM's have.

internal fun JSONObject.verdict() = Verdict(
    alert = alert(),
    reasons = texts("reasons"),
    caller = getString("caller"),
    number = textOrNull("number"),
    display = textOrNull("display"),
    organisation = textOrNull("organisation"),
    line = textOrNull("line"),
    kind = textOrNull("kind"),
    callsOut = textOrNull("calls_out"),
    confidence = textOrNull("confidence"),
    coolDownSeconds = coolDown(),
    rangEmergency = textOrNull("rang_emergency"),
    help = objectOrNull("help")?.run { Help(textOrNull("name"), textOrNull("number"), getString("text")) },
)

internal fun JSONObject.afterEnd() = AfterEnd(screen(), coolDown(), longOrNull("call"))

internal fun JSONObject.placing() = Placing(
    hold = getString("placement") == "hold",
    reasons = texts("reasons"),
    remainingSeconds = getInt("remaining"),
    passable = getBoolean("passable"),
    plainTap = getBoolean("plain_tap"),
    showAdvice = getBoolean("show_advice"),
    display = textOrNull("display"),
    organisation = textOrNull("organisation"),
    line = textOrNull("line"),
)

internal fun JSONObject.personResult() =
    PersonResult(screen(), coolDown(), alert(), texts("reasons"), flagOrNull("accepted"))

internal fun JSONObject.configureResult() = ConfigureResult(
    accepted = getBoolean("accepted"),
    refused = textOrNull("refused")?.let { fromCode<Refusal>(it) },
    allowedInSeconds = longOrNull("allowed_in"),
    errors = objects("errors") { it.keyError() },
    heldBy = origins("held_by"),
    policy = policy(),
    scheduled = scheduled(),
)

internal fun JSONObject.keyError() =
    KeyError(getString("key"), getString("found"), getString("expected"), getString("used"))

/** Who set which key. */
internal fun JSONObject.origins(key: String): Map<String, Origin> {
    val origins = getJSONObject(key)
    return origins.keys().asSequence().associateWith { fromCode(origins.getString(it)) }
}

internal fun JSONObject.scheduled() =
    objects("scheduled") { ScheduledChange(it.getLong("at_ms"), it.policy()) }

internal fun JSONObject.historyEntry() = HistoryEntry(
    id = getLong("id"),
    atMs = getLong("at_ms"),
    number = textOrNull("number"),
    display = textOrNull("display"),
    alert = alert(),
    reasons = texts("reasons"),
    organisation = textOrNull("organisation"),
    answered = flagOrNull("answered"),
    note = objectOrNull("note")?.run {
        CallNote(getString("name"), getString("number"), getString("station"), getString("wanted"))
    },
)

internal fun JSONObject.healthEvent() = HealthEvent(getString("code"), getInt("count"), getLong("last_ms"))

internal fun JSONObject.decisions() = getJSONObject("decisions").run {
    DecisionReport(decisionTimes("screening"), decisionTimes("placing"))
}

private fun JSONObject.decisionTimes(kind: String) = getJSONObject(kind).run {
    DecisionTimes(getInt("count"), longOrNull("median_us"), longOrNull("p95_us"))
}

internal fun JSONObject.explanation() = Explanation(
    number = textOrNull("number"),
    display = textOrNull("display"),
    lifeSaving = getBoolean("life_saving"),
    listings = objects("listings") {
        Listing(
            organisation = it.getString("organisation"),
            line = it.getString("line"),
            kind = it.textOrNull("kind"),
            callsOut = it.getString("calls_out"),
            confidence = it.getString("confidence"),
            ring = it.getBoolean("ring"),
        )
    },
    source = textOrNull("source"),
    date = textOrNull("date"),
    incoming = getJSONObject("incoming").verdict(),
    outgoing = getJSONObject("outgoing").placing(),
)

internal fun JSONObject.coolDown(): Int = getInt("cool_down")

internal fun JSONObject.alert(): Alert = fromCode(getString("alert"))

internal fun JSONObject.screen(): Screen = fromCode(getString("screen"))

/** Every setting: Int, Boolean, String or List<String>. */
internal fun JSONObject.policy(): Map<String, Any> {
    val policy = getJSONObject("policy")
    return policy.keys().asSequence().associateWith(policy::value)
}

/** The value of one setting. */
internal fun JSONObject.value(key: String): Any = when (val value = get(key)) {
    is JSONArray -> value.texts()
    is Number -> value.toInt()
    else -> value
}

internal fun JSONObject.texts(key: String): List<String> = getJSONArray(key).texts()

internal fun <T> JSONObject.objects(key: String, read: (JSONObject) -> T): List<T> {
    val all = getJSONArray(key)
    return List(all.length()) { read(all.getJSONObject(it)) }
}

internal fun JSONObject.textOrNull(key: String): String? = if (isNull(key)) null else getString(key)

internal fun JSONObject.flagOrNull(key: String): Boolean? = if (isNull(key)) null else getBoolean(key)

internal fun JSONObject.longOrNull(key: String): Long? = if (isNull(key)) null else getLong(key)

internal fun JSONObject.objectOrNull(key: String): JSONObject? = if (isNull(key)) null else getJSONObject(key)

private fun JSONArray.texts() = List(length()) { getString(it) }
