package org.cleardown.engine

/**
 * Who signs a list for this phone, and where it is fetched.
 *
 * @property id short name, small letters.
 * @property title for people.
 * @property url the folder it is published in, `https://…/`.
 * @property root text of the root file that came with the app or was configured, byte for byte.
 */
public data class PublisherConfig(val id: String, val title: String, val url: String, val root: String)

/** Who wants the list fetched: the phone's schedule, or a person who waits for it. */
public enum class SyncBy { SCHEDULE, PERSON }

/** What comes next on the way to a new list. */
public sealed interface SyncStep {
    /**
     * A file has to be fetched. Its content is checked by the engine, not by who fetches it.
     *
     * @property id to be given back with the file.
     * @property mostBytes more than this must not be read.
     * @property withinSeconds all of it has to be here by then.
     * @property leastBytesPerSecond a slower server is given up.
     * @property what root, timestamp, snapshot, targets, list or delta.
     * @property publisher whose file it is.
     * @property doneBytes fetched so far in this run.
     * @property ofBytes to be fetched in this run, as far as is known.
     */
    public data class Fetch(
        val id: Long,
        val url: String,
        val mostBytes: Long,
        val withinSeconds: Long,
        val leastBytesPerSecond: Long,
        val what: String,
        val publisher: String,
        val doneBytes: Long,
        val ofBytes: Long,
    ) : SyncStep

    /** Nothing is left to fetch; [nextInSeconds] until the next time, null = there is nobody to ask. */
    public data class Done(val nextInSeconds: Long?, val publishers: List<SyncResult>) : SyncStep
}

/** What became of a publisher's list. */
public enum class SyncOutcome {
    /** A newer list is in use. */
    UPDATED,

    /** The list in use is the newest. */
    CURRENT,

    /** It could not be fetched or must not be used; the old list stays. */
    FAILED,

    /** It is not time yet; nothing was fetched. */
    NOT_DUE,

    /** Nobody is configured; the list that came with the app is in use. */
    NO_PUBLISHER,
}

/**
 * How it went with one publisher.
 *
 * @property publisher its id; empty where none is configured.
 * @property code why it failed; null if it did not.
 * @property numbers of the list in use; null = not known.
 * @property version of the list in use.
 * @property issuedMs when that list was issued, milliseconds since 1970.
 */
public data class SyncResult(
    val publisher: String,
    val outcome: SyncOutcome,
    val code: String?,
    val numbers: Int?,
    val version: Long?,
    val issuedMs: Long?,
)

/** Why a file could not be fetched. */
public enum class FetchFailure {
    /** The phone has no network, or the server has no address. */
    NO_NETWORK,

    /** It was not all here in time. */
    TIMEOUT,

    /** Fewer bytes a second than asked for. */
    TOO_SLOW,

    /** More bytes than asked for. */
    TOO_BIG,

    /** No protected connection to this server. */
    TLS,

    /** The connection broke off. */
    IO,
}

/**
 * How fetching goes.
 *
 * @property nextInSeconds until the next time; null = there is nobody to ask.
 * @property lastOkMs when the newest list was last seen to be in use, milliseconds since 1970.
 * @property lastTryMs when it was last tried.
 * @property lastCode why the last try failed; null if it did not.
 * @property isStale whether the list should have been renewed since; it goes on warning.
 * @property publishers who is asked, by id.
 */
public data class SyncStatus(
    val nextInSeconds: Long?,
    val lastOkMs: Long?,
    val lastTryMs: Long?,
    val lastCode: String?,
    val isStale: Boolean,
    val publishers: List<String>,
)
