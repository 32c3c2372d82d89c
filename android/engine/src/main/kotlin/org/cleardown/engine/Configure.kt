package org.cleardown.engine

/** Who sets something, from weak to strong: the value of the strongest holds. */
public enum class Origin { PERSON, FAMILY, MANAGED }

/**
 * What became of a change of settings.
 *
 * @property refused why it was not taken; null = it was, or nothing in it could be read.
 * @property allowedInSeconds until a refused change would be taken; null = not known, or not refused.
 * @property errors one per key that could not be read; the value before stays.
 * @property heldBy keys that somebody stronger has set to something else, and who.
 * @property policy every key with its value as it holds now: Int, Boolean, String or List<String>.
 * @property scheduled what will hold later.
 */
public data class ConfigureResult(
    val accepted: Boolean,
    val refused: Refusal?,
    val allowedInSeconds: Long?,
    val errors: List<KeyError>,
    val heldBy: Map<String, Origin>,
    val policy: Map<String, Any>,
    val scheduled: List<ScheduledChange>,
)

/** Why a change of settings was not taken. */
public enum class Refusal {
    /** During a call, a wait, and the hour after: somebody may be pressing the person. */
    PRESSURE,

    /** The PIN has to be given first; where none is set, one has to be chosen. */
    PIN,

    /** Somebody stronger has set one of the keys: [ConfigureResult.heldBy]. */
    STRONGER,
}

/**
 * Settings that will hold later.
 *
 * @property atMs from when on, milliseconds since 1970 by the wall clock as it stands now; later if
 * a call or a wait locks the settings then.
 * @property policy the keys with the values that will hold.
 */
public data class ScheduledChange(val atMs: Long, val policy: Map<String, Any>)

/** A key that could not be read: what was found, what would be accepted, and what holds. */
public data class KeyError(val key: String, val found: String, val expected: String, val used: String)

/** What was wrong with the settings that [origin] gave last. */
public data class KeptError(val origin: Origin, val error: KeyError)
