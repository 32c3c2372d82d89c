package org.cleardown.engine

/**
 * Everything that the home, hold and after-call screens show.
 *
 * @property coolDownSeconds left; 0 = none runs.
 * @property coolDownStarted false: the flagged call is not known to be over, so nothing counts down.
 * @property callRunning whether any incoming call is not known to be over.
 * @property policy every setting: Int, Boolean, String or List<String>.
 * @property origins who set it, of each setting that anybody has set.
 * @property keyErrors what is wrong with the settings of a relative or an IT team.
 * @property list the list in use; null = none can be read.
 * @property flagged the call that the after-call screen is about.
 * @property otherLineSeconds left of the wait for another phone's line; 0 = none.
 * @property secondCallWindow whether a second call would be warned about.
 * @property gaveDetails whether the person said that they gave details or money.
 * @property held numbers held during the running cool-down.
 * @property troubles what does not work.
 * @property ring numbers that may be offered for ringing.
 * @property sync how fetching the list goes.
 * @property scheduled settings that will hold later.
 * @property mayRingAgainUntilMs until when a second call is warned about, milliseconds since 1970 by
 * the wall clock as it stands now; null = it is not.
 * @property pin the PIN that locks the settings.
 * @property relative who set this phone up for its owner.
 */
public data class Status(
    val coolDownSeconds: Int,
    val coolDownStarted: Boolean,
    val callRunning: Boolean,
    val policy: Map<String, Any>,
    val origins: Map<String, Origin>,
    val keyErrors: List<KeptError>,
    val list: ListInfo?,
    val flagged: FlaggedCall?,
    val otherLineSeconds: Int,
    val secondCallWindow: Boolean,
    val gaveDetails: Boolean,
    val held: List<HeldNumber>,
    val troubles: List<Trouble>,
    val ring: List<RingNumber>,
    val sync: SyncStatus,
    val scheduled: List<ScheduledChange>,
    val mayRingAgainUntilMs: Long?,
    val pin: PinStatus,
    val relative: Relative?,
)

/** The list in use; [issuedMs] in milliseconds since 1970, [bundled] = it came with the app. */
public data class ListInfo(val numbers: Int, val version: Long, val issuedMs: Long, val bundled: Boolean)

/**
 * A flagged call; [answered] is null while it may be running, [ring] are numbers of the organisation
 * that the list says may be offered for ringing. The rest is as in [Verdict].
 */
public data class FlaggedCall(
    val id: Long,
    val alert: Alert,
    val reasons: List<String>,
    val organisation: String?,
    val line: String?,
    val number: String?,
    val display: String?,
    val callsOut: String?,
    val confidence: String?,
    val kind: String?,
    val secondsAgo: Long,
    val answered: Boolean?,
    val ring: List<NumberToRing>,
)

/** A number of an organisation, the same grouped, and which of its lines it is. */
public data class NumberToRing(val number: String, val display: String, val line: String?)

/** A number held during the running cool-down, how often, and whether "Call anyway" was offered. */
public data class HeldNumber(val number: String, val times: Int, val passable: Boolean)

/** Something that does not work, and what to do about it. */
public data class Trouble(val code: String, val text: String)

/** A number that may be offered for ringing; [display] is the same, grouped. */
public data class RingNumber(val number: String, val display: String, val organisation: String)
