package org.cleardown.engine

/** A counted event of the app's health; [lastMs] in milliseconds since 1970. */
public data class HealthEvent(val code: String, val count: Int, val lastMs: Long)

/** Which decision it was whose time is measured: about an incoming or an outgoing call. */
public enum class DecisionKind { SCREENING, PLACING }

/** How long decisions took on this phone, by their kind. */
public data class DecisionReport(val screening: DecisionTimes, val placing: DecisionTimes)

/** The last decisions of a kind, 200 at most; microseconds, null where none was measured. */
public data class DecisionTimes(val count: Int, val medianUs: Long?, val p95Us: Long?)
