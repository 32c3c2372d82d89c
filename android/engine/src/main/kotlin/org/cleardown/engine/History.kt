package org.cleardown.engine

/** A call of the history; [atMs] in milliseconds since 1970 by the wall clock of that time. */
public data class HistoryEntry(
    val id: Long,
    val atMs: Long,
    val number: String?,
    val display: String?,
    val alert: Alert,
    val reasons: List<String>,
    val organisation: String?,
    val answered: Boolean?,
    val note: CallNote?,
)

/**
 * What the person wrote down of a caller. Stays on the phone.
 *
 * @property name that the caller gave.
 * @property number or badge number that the caller gave.
 * @property station or branch.
 * @property wanted what the caller asked for.
 */
public data class CallNote(val name: String, val number: String, val station: String, val wanted: String)
