package org.cleardown.engine

/**
 * An outgoing call, before it is dialled.
 *
 * @property number as dialled, service codes too.
 * @property interactive whether the phone can show a screen.
 * @property emergency whether the phone itself calls it an emergency number.
 * @property inCall whether another call is running.
 */
public data class OutgoingCall(
    val number: String,
    val interactive: Boolean,
    val emergency: Boolean,
    val inCall: Boolean,
    val contact: Contact,
)

/** What became of an outgoing call. */
public enum class Outcome {
    /** The hold screen is seen, and the call is about to be cancelled. */
    HELD,

    /** The call went out. */
    PLACED,
}

/**
 * The decision about an outgoing call.
 *
 * @property reasons codes, the first one decided.
 * @property remainingSeconds left of the cool-down; 0 = none runs.
 * @property passable whether "Call anyway" is offered.
 * @property plainTap whether one tap is enough for it.
 * @property showAdvice placed, but the hold screen is shown beside the call.
 */
public data class Placing(
    val hold: Boolean,
    val reasons: List<String>,
    val remainingSeconds: Int,
    val passable: Boolean,
    val plainTap: Boolean,
    val showAdvice: Boolean,
    val display: String?,
    val organisation: String?,
    val line: String?,
)
