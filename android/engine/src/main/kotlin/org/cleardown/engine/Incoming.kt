package org.cleardown.engine

/** How loud a warning is. */
public enum class Alert { NONE, CAUTION, WARNING, CERTAIN_FAKE }

/** Whether a number is in the address book. */
public enum class Contact {
    YES,
    NO,

    /** The address book cannot be read. */
    UNREADABLE,
}

/** How the network presents the caller. */
public enum class Presentation { ALLOWED, RESTRICTED, UNKNOWN, PAYPHONE }

/** The network's own check of the shown number. One that passed proves nothing to the person. */
public enum class Verification { NOT_VERIFIED, PASSED, FAILED }

/** An incoming call, before the phone rings; [number] as the network shows it, in any spelling. */
public data class IncomingCall(
    val number: String?,
    val presentation: Presentation,
    val verification: Verification,
    val contact: Contact,
)

/**
 * What to tell the person. The phone rings in any case.
 *
 * @property reasons codes of every rule that matched.
 * @property caller presented, short_code, withheld, unavailable or unreadable.
 * @property number E.164 form or code.
 * @property display the number as a person writes it.
 * @property organisation whose number is shown, without the line's name.
 * @property kind bank, government, police, tax, helpline, energy, telecom, health or post.
 * @property callsOut whether the organisation rings out from it: never, unlikely, unknown, known.
 * @property confidence how sure the list is: high, medium, low.
 * @property coolDownSeconds as it will be once this call is recorded; 0 = none.
 * @property rangEmergency the emergency number that the person rang a short while ago.
 * @property help what the organisation or family says to do, where their own list has the number; no
 * sign of who rings.
 */
public data class Verdict(
    val alert: Alert,
    val reasons: List<String>,
    val caller: String,
    val number: String?,
    val display: String?,
    val organisation: String?,
    val line: String?,
    val kind: String?,
    val callsOut: String?,
    val confidence: String?,
    val coolDownSeconds: Int,
    val rangEmergency: String?,
    val help: Help? = null,
) {
    /** Whether there is anything to warn about. */
    val flagged: Boolean get() = alert != Alert.NONE
}

/** What an organisation or family says to do after a suspicious call: who says so, their number, the words. */
public data class Help(val name: String?, val number: String?, val text: String)
