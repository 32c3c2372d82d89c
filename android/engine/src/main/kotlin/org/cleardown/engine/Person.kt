package org.cleardown.engine

/** What the person said or pressed. */
public enum class PersonSays {
    /** Yes, they said they were police, bank, tax office. */
    SAID_AUTHORITY,

    /** No, they did not. */
    SAID_NOTHING,

    /** "I gave them details or money." */
    GAVE_DETAILS,

    /** A suspicious call on this phone. */
    SUSPICIOUS_CALL_HERE,

    /** A suspicious call on another phone, or in another app. */
    SUSPICIOUS_CALL_ELSEWHERE,

    /** "Call anyway", on a hold screen. */
    CALL_ANYWAY,
}

/** What follows; [accepted] is for "Call anyway": whether one call will be let through. */
public data class PersonResult(
    val screen: Screen,
    val coolDownSeconds: Int,
    val alert: Alert,
    val reasons: List<String>,
    val accepted: Boolean?,
)
