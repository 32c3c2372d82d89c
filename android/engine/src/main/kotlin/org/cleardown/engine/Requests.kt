package org.cleardown.engine

import org.json.JSONArray
import org.json.JSONObject

// What is asked, as JSON. Only methods are used that both Android's org.json and the JVM's have.

private const val VERSION = 1

internal fun openRequest(
    deviceDir: String,
    credentialDir: String?,
    region: String,
    publishers: List<PublisherConfig>,
    now: Now,
): JSONObject = request(now)
    .put("device_dir", deviceDir)
    .put("credential_dir", orNull(credentialDir))
    .put("region", region)
    .put("publishers", publishers.json())

internal fun screenRequest(call: IncomingCall, now: Now): JSONObject = request(now)
    .put("number", orNull(call.number))
    .put("presentation", call.presentation.code)
    .put("verification", call.verification.code)
    .put("contact", call.contact.code)

internal fun endedRequest(end: EndedCall, now: Now): JSONObject = request(now)
    .put("number", orNull(end.number))
    .put("identified", end.identified)
    .put("answered", orNull(end.answered))
    .put("in_call", end.inCall)

internal fun placeRequest(call: OutgoingCall, now: Now): JSONObject = request(now)
    .put("number", call.number)
    .put("interactive", call.interactive)
    .put("emergency", call.emergency)
    .put("in_call", call.inCall)
    .put("contact", call.contact.code)

internal fun recordPlaceRequest(number: String, inCall: Boolean, outcome: Outcome, now: Now): JSONObject =
    request(now)
        .put("number", number)
        .put("in_call", inCall)
        .put("outcome", outcome.code)

internal fun personRequest(says: PersonSays, number: String?, now: Now): JSONObject = request(now)
    .put("what", says.code)
    .put("number", orNull(number))

internal fun configureRequest(
    policy: Map<String, Any?>,
    origin: Origin,
    now: Now,
    atMs: Long? = null,
    cancelScheduled: Boolean = false,
    replace: Boolean = false,
    others: List<Map<String, Any?>> = emptyList(),
): JSONObject {
    val further = JSONArray()
    others.forEach { further.put(settings(it)) }
    return request(now)
        .put("origin", origin.code)
        .put("policy", settings(policy))
        .put("at_ms", orNull(atMs))
        .put("cancel_scheduled", cancelScheduled)
        .put("replace", replace)
        .put("others", further)
}

/** Settings by their keys; a null, which none takes, arrives as one. */
internal fun settings(policy: Map<String, Any?>): JSONObject {
    val keys = JSONObject()
    policy.forEach { (key, value) -> keys.put(key, if (value is Collection<*>) JSONArray(value) else orNull(value)) }
    return keys
}

internal fun clockRequest(event: ClockEvent, now: Now): JSONObject = request(now).put("event", event.code)

internal fun historyRequest(action: String, call: Long?, note: CallNote?, now: Now): JSONObject =
    request(now)
        .put("action", action)
        .put("id", orNull(call))
        .put("note", orNull(note?.let(::noteOf)))

internal fun healthRequest(
    event: String?,
    now: Now,
    decisionUs: Long? = null,
    what: DecisionKind? = null,
): JSONObject = request(now)
    .put("event", orNull(event))
    .put("decision_us", orNull(decisionUs))
    .put("what", orNull(what?.code))

internal fun reportRequest(phone: PhoneFacts, now: Now): JSONObject = request(now)
    .put("app", phone.app)
    .put("android", phone.android)
    .put("sdk", phone.sdk)
    .put("works", settings(phone.works))

internal fun explainRequest(number: String, now: Now): JSONObject = request(now).put("number", number)

/**
 * The part that every request has. The ends of calls and outgoing calls say anew whether another call
 * is running: the audio mode may be that of the very call they are about.
 */
internal fun request(now: Now): JSONObject {
    val clocks = JSONObject()
        .put("wall_ms", now.wallMs)
        .put("elapsed_ms", now.elapsedMs)
        .put("boot", now.boot)
    return JSONObject().put("v", VERSION).put("now", clocks).put("in_call", now.inCall)
}

private fun noteOf(note: CallNote) = JSONObject()
    .put("name", note.name)
    .put("number", note.number)
    .put("station", note.station)
    .put("wanted", note.wanted)

internal fun orNull(value: Any?): Any = value ?: JSONObject.NULL
