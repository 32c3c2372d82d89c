package org.cleardown.engine

/**
 * The three clocks of the phone, read together.
 *
 * @property wallMs milliseconds since 1970 by the wall clock, which anybody may set.
 * @property elapsedMs milliseconds since the phone was started, sleep included.
 * @property boot how often the phone was started.
 */
public data class Now(val wallMs: Long, val elapsedMs: Long, val boot: Long)

/** What happened to the clocks. */
public enum class ClockEvent {
    /** The phone was started. */
    BOOTED,

    /** The wall clock or the time zone was set. */
    CLOCK_CHANGED,
}
