package org.cleardown.engine

/** A counted event of the app's health; [lastMs] in milliseconds since 1970. */
public data class HealthEvent(val code: String, val count: Int, val lastMs: Long)

/**
 * What the engine cannot know of the phone, for the health report.
 *
 * @property app version of the app. [android]: that of the system, [sdk] its API level.
 * @property works roles, permissions and surfaces by their codes, and whether each works.
 */
public data class PhoneFacts(val app: String, val android: String, val sdk: Int, val works: Map<String, Boolean>)

/** How it goes on this phone, without a number or a name: [file] as JSON for programs, [page] to read, in English. */
public data class HealthReport(val file: String, val page: String)

/** Which decision it was whose time is measured: about an incoming or an outgoing call. */
public enum class DecisionKind { SCREENING, PLACING }

/** How long decisions took on this phone, by their kind. */
public data class DecisionReport(val screening: DecisionTimes, val placing: DecisionTimes)

/** The last decisions of a kind, 200 at most; microseconds, null where none was measured. */
public data class DecisionTimes(val count: Int, val medianUs: Long?, val p95Us: Long?)
