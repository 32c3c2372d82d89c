package org.cleardown.engine

import org.json.JSONObject

internal fun JSONObject.status() = Status(
    coolDownSeconds = coolDown(),
    coolDownStarted = getBoolean("cool_down_started"),
    callRunning = getBoolean("call_running"),
    policy = policy(),
    origins = origins("origins"),
    keyErrors = objects("key_errors") { KeptError(fromCode(it.getString("origin")), it.keyError()) },
    list = objectOrNull("list")?.run {
        ListInfo(getInt("numbers"), getLong("version"), getLong("issued_ms"), getBoolean("bundled"))
    },
    flagged = objectOrNull("flagged")?.flagged(),
    otherLineSeconds = getInt("other_line"),
    secondCallWindow = getBoolean("second_call_window"),
    gaveDetails = getBoolean("gave_details"),
    held = objects("held") {
        HeldNumber(it.getString("number"), it.getInt("times"), it.getBoolean("passable"))
    },
    troubles = objects("troubles") { Trouble(it.getString("code"), it.getString("text")) },
    ring = objects("ring") {
        RingNumber(it.getString("number"), it.getString("display"), it.getString("organisation"))
    },
    sync = getJSONObject("sync").syncStatus(),
    scheduled = scheduled(),
    mayRingAgainUntilMs = longOrNull("may_ring_again_until_ms"),
    pin = getJSONObject("pin").pinStatus(),
    relative = objectOrNull("relative")?.relative(),
)

private fun JSONObject.flagged() = FlaggedCall(
    id = getLong("id"),
    alert = alert(),
    reasons = texts("reasons"),
    organisation = textOrNull("organisation"),
    line = textOrNull("line"),
    number = textOrNull("number"),
    display = textOrNull("display"),
    callsOut = textOrNull("calls_out"),
    confidence = textOrNull("confidence"),
    kind = textOrNull("kind"),
    secondsAgo = getLong("seconds_ago"),
    answered = flagOrNull("answered"),
    ring = objects("ring") { NumberToRing(it.getString("number"), it.getString("display"), it.textOrNull("line")) },
)
