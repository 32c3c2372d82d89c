package org.cleardown.engine

/**
 * The three clocks of the phone, and what else has to be known at every moment; read together.
 *
 * @property wallMs milliseconds since 1970 by the wall clock, which anybody may set.
 * @property elapsedMs milliseconds since the phone was started, sleep included.
 * @property boot how often the phone was started.
 * @property inCall whether a call is running by the audio mode, also one in another app: then nothing can be made
 * weaker, and nothing weaker that was written down for later takes effect.
 */
public data class Now(val wallMs: Long, val elapsedMs: Long, val boot: Long, val inCall: Boolean = false)

/** What happened to the clocks. */
public enum class ClockEvent {
    /** The phone was started. */
    BOOTED,

    /** The wall clock or the time zone was set. */
    CLOCK_CHANGED,
}
