package org.cleardown.engine

import org.json.JSONArray
import org.json.JSONObject

// Fetching the list, as JSON. Only methods are used that both Android's org.json and the JVM's have.

internal fun syncStartRequest(by: SyncBy, random: Int, now: Now): JSONObject = request(now)
    .put("do", "start")
    .put("by", by.code)
    .put("random", random.toUInt().toLong())

internal fun syncGotRequest(id: Long, status: Int, retryAfterSeconds: Long?, now: Now): JSONObject = request(now)
    .put("do", "got")
    .put("id", id)
    .put("status", status)
    .put("retry_after_s", orNull(retryAfterSeconds))

internal fun syncFailedRequest(id: Long, why: FetchFailure, now: Now): JSONObject = request(now)
    .put("do", "failed")
    .put("id", id)
    .put("why", why.code)

internal fun syncStopRequest(now: Now): JSONObject = request(now).put("do", "stop")

internal fun List<PublisherConfig>.json(): JSONArray {
    val all = JSONArray()
    forEach {
        all.put(
            JSONObject()
                .put("id", it.id)
                .put("title", it.title)
                .put("url", it.url)
                .put("root", it.root),
        )
    }
    return all
}

internal fun JSONObject.syncStep(): SyncStep = when (getString("step")) {
    "fetch" -> fetch()
    "done" -> SyncStep.Done(longOrNull("next_in_s"), objects("publishers") { it.syncResult() })
    else -> throw unreadable("it has an unknown step")
}

internal fun JSONObject.syncStatus() = SyncStatus(
    nextInSeconds = longOrNull("next_in_s"),
    lastOkMs = longOrNull("last_ok_ms"),
    lastTryMs = longOrNull("last_try_ms"),
    lastCode = textOrNull("last_code"),
    isStale = getBoolean("stale"),
    publishers = texts("publishers"),
)

private fun JSONObject.fetch() = SyncStep.Fetch(
    id = getLong("id"),
    url = getString("url"),
    mostBytes = getLong("most_bytes"),
    withinSeconds = getLong("within_s"),
    leastBytesPerSecond = getLong("least_bytes_per_s"),
    what = getString("what"),
    publisher = getString("publisher"),
    doneBytes = getLong("done_bytes"),
    ofBytes = getLong("of_bytes"),
)

private fun JSONObject.syncResult() = SyncResult(
    publisher = getString("id"),
    outcome = fromCode(getString("outcome")),
    code = textOrNull("code"),
    numbers = longOrNull("numbers")?.toInt(),
    version = longOrNull("version"),
    issuedMs = longOrNull("issued_ms"),
)
