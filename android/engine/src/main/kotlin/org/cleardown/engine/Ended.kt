package org.cleardown.engine

/** A screen of the phone. */
public enum class Screen { NONE, AFTER_CALL, QUESTION, HOLD, WAIT_OVER, USE_THIS_PHONE }

/**
 * Evidence that a call is over.
 *
 * @property number the call's number; null with [identified] = a hidden caller.
 * @property identified whether the phone said which call ended; false = none is running any more.
 * @property answered whether the person talked to the caller; null = not known.
 * @property inCall whether another call is running, by the audio mode.
 */
public data class EndedCall(
    val number: String?,
    val identified: Boolean,
    val answered: Boolean?,
    val inCall: Boolean,
)

/** What to show after a call; [call] is its number in the history. */
public data class AfterEnd(val screen: Screen, val coolDownSeconds: Int, val call: Long?)
