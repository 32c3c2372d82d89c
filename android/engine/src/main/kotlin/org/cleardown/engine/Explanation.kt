package org.cleardown.engine

/**
 * Everything known about a number.
 *
 * @property number E.164 form or code; null where the text is no number.
 * @property lifeSaving never held, whatever happens.
 * @property source the page that the listing comes from; null = not known, or not listed.
 * @property date the date that this page carries: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @property incoming what a call showing it would be, with nothing else going on.
 * @property outgoing what a call to it would be during a cool-down.
 */
public data class Explanation(
    val number: String?,
    val display: String?,
    val lifeSaving: Boolean,
    val listings: List<Listing>,
    val source: String?,
    val date: String?,
    val incoming: Verdict,
    val outgoing: Placing,
)

/** A row of the list; [kind] is null for short codes, the words are as in [Verdict]. */
public data class Listing(
    val organisation: String,
    val line: String,
    val kind: String?,
    val callsOut: String,
    val confidence: String,
    val ring: Boolean,
)
