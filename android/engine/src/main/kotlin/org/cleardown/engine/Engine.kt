package org.cleardown.engine

import org.json.JSONException
import org.json.JSONObject
import java.util.Locale

/**
 * The engine in the native library. Decides nothing here: each function asks and gives the answer.
 *
 * May be used from any thread; requests are answered one at a time. Everything throws the exceptions
 * of [CleardownException], and on the call path each of them means: let it ring, place it.
 * [NativeLibrary] has to be loaded before.
 */
public class Engine private constructor(internal val handle: Int) : AutoCloseable {
    /** Decides about an incoming call. Changes nothing. */
    public fun screen(call: IncomingCall, now: Now): Verdict =
        ask(Native::screen, screenRequest(call, now)) { verdict() }

    /** Takes an incoming call down, once it is warned about; its number in the history. */
    public fun recordScreen(call: IncomingCall, now: Now): Long =
        ask(Native::recordScreen, screenRequest(call, now)) { getLong("call") }

    /** Takes down evidence that a call is over, and says what to show. */
    public fun ended(end: EndedCall, now: Now): AfterEnd =
        ask(Native::ended, endedRequest(end, now)) { afterEnd() }

    /** Decides about an outgoing call. Changes nothing, but uses up a pass. */
    public fun place(call: OutgoingCall, now: Now): Placing =
        ask(Native::place, placeRequest(call, now)) { placing() }

    /**
     * Takes down what became of an outgoing call. [Outcome.HELD] before the call is cancelled: if
     * this throws, the call has to go out, because nobody could pass a hold that is not written down.
     */
    public fun recordPlace(number: String, inCall: Boolean, outcome: Outcome, now: Now): Unit =
        ask(Native::recordPlace, recordPlaceRequest(number, inCall, outcome, now)) { }

    /** Takes down what the person said; [number] is that of "Call anyway". */
    public fun person(says: PersonSays, number: String?, now: Now): PersonResult =
        ask(Native::person, personRequest(says, number, now)) { personResult() }

    /** Changes settings: [policy] has the keys to change, with Int, Boolean, String or List<String>. */
    public fun configure(policy: Map<String, Any>, origin: Origin, now: Now): ConfigureResult =
        ask(Native::configure, configureRequest(policy, origin, now)) { configureResult() }

    /**
     * As [configure], with what is weaker holding from [atMs] on: milliseconds since 1970 by the wall
     * clock, within seven days, and not before the settings may be weakened. If it is too early, the
     * answer says in how many seconds the first possible time is.
     */
    public fun configureAt(policy: Map<String, Any>, atMs: Long, origin: Origin, now: Now): ConfigureResult =
        ask(Native::configure, configureRequest(policy, origin, now, atMs)) { configureResult() }

    /**
     * As [configure], with [policy] in the place of all that [origin] has set: a key that is not in it
     * falls back to whoever else has set it. A key that cannot be read keeps the value that it had
     * from this origin; [Status.keyErrors] says so until the next time. A value that is none of the
     * four types is given as null, and refused.
     *
     * @param others what further IT teams set on the same phone: of each key the value that protects
     * most counts.
     */
    public fun configureAll(
        policy: Map<String, Any?>,
        origin: Origin,
        now: Now,
        others: List<Map<String, Any?>> = emptyList(),
    ): ConfigureResult =
        ask(Native::configure, configureRequest(policy, origin, now, replace = true, others = others)) {
            configureResult()
        }

    /** Drops everything that [configureAt] wrote down. */
    public fun cancelScheduled(origin: Origin, now: Now): ConfigureResult =
        ask(Native::configure, configureRequest(emptyMap(), origin, now, cancelScheduled = true)) {
            configureResult()
        }

    /** The clocks were set or began anew; seconds left of the cool-down. */
    public fun clock(event: ClockEvent, now: Now): Int =
        ask(Native::clock, clockRequest(event, now)) { coolDown() }

    /** Everything that the screens show. */
    public fun status(now: Now): Status = ask(Native::status, request(now)) { status() }

    /** The calls, newest first. */
    public fun history(now: Now): List<HistoryEntry> = history("list", null, null, now)

    /** Keeps a note with a call; null = the last flagged one. */
    public fun addNote(call: Long?, note: CallNote, now: Now) {
        history("note", call, note, now)
    }

    /** Deletes a call; null = all. */
    public fun deleteHistory(call: Long?, now: Now) {
        history("delete", call, null, now)
    }

    /** Every call as the text of a file, `rust/engine/EXPORT.md`. Only for where the person puts it. */
    public fun exportHistory(now: Now): String =
        ask(Native::history, historyRequest("export", null, null, now)) { getString("export") }

    /** Counts an event, if one is given, and gives all; a code of small letters and underscores. */
    public fun health(event: String?, now: Now): List<HealthEvent> =
        ask(Native::health, healthRequest(event, now)) { objects("events") { it.healthEvent() } }

    /** Keeps how long a decision took, microseconds. Not for the call path: call it afterwards. */
    public fun recordDecision(kind: DecisionKind, micros: Long, now: Now) {
        ask(Native::health, healthRequest(null, now, micros, kind)) { }
    }

    /** How long decisions take on this phone. */
    public fun decisionTimes(now: Now): DecisionReport =
        ask(Native::health, healthRequest(null, now)) { decisions() }

    /** Mends what is broken, off the call path; the codes of what was mended. */
    public fun maintain(now: Now): List<String> = ask(Native::maintain, request(now)) { texts("repaired") }

    /** Everything known about a number. */
    public fun explain(number: String, now: Now): Explanation =
        ask(Native::explain, explainRequest(number, now)) { explanation() }

    /** On a relative's phone: the text to sign for settings of another phone. [version] rises. */
    public fun draftBundle(from: String, version: Long, policy: Map<String, Any>, now: Now): BundleResult =
        ask(Native::bundle, draftRequest(from, version, policy, now)) { bundleResult() }

    /** The same, once it is signed by the P-256 key [key], as PEM: file and link. */
    public fun packBundle(signed: String, key: String, signature: ByteArray, now: Now): BundleResult =
        ask(Native::bundle, packRequest(signed, "ecdsa-sha2-nistp256", key, signature.hex(), now)) { bundleResult() }

    /** What would change by these settings of a relative, a file's text or a link. Changes nothing. */
    public fun previewBundle(content: String, now: Now): BundleResult =
        ask(Native::bundle, bundleRequest("preview", now, content)) { bundleResult() }

    /** Takes these settings of a relative. */
    public fun importBundle(content: String, now: Now): BundleResult =
        ask(Native::bundle, bundleRequest("import", now, content)) { bundleResult() }

    /** Takes all away that the relative has set, and forgets the relative. */
    public fun removeRelative(now: Now): BundleResult =
        ask(Native::bundle, bundleRequest("remove", now)) { bundleResult() }

    /**
     * Sets the PIN that locks the settings; [salt] is sixteen random bytes. Takes a second on a slow
     * phone, as [checkPin] does: not on the thread on which calls are decided. They are, meanwhile.
     */
    public fun setPin(pin: String, salt: ByteArray, now: Now): PinResult =
        ask(Native::pin, pinRequest("set", now, pin, salt.hex())) { pinResult() }

    /** Tries the PIN. The right one lets settings be weakened for two minutes. */
    public fun checkPin(pin: String, now: Now): PinResult =
        ask(Native::pin, pinRequest("check", now, pin)) { pinResult() }

    /** Nobody knows the PIN any more: after a day it is gone. */
    public fun forgotPin(now: Now): PinResult =
        ask(Native::pin, pinRequest("forgot", now)) { pinResult() }

    /** Somebody knows the PIN after all. */
    public fun rememberPin(now: Now): PinResult = ask(Native::pin, pinRequest("cancel", now)) { pinResult() }

    /** The health report, `rust/engine/REPORT.md`. No number and no name is in it. */
    public fun report(phone: PhoneFacts, now: Now): HealthReport =
        ask(Native::report, reportRequest(phone, now)) { HealthReport(getString("report"), getString("page")) }

    /**
     * Begins to fetch the list; what comes next. [random] is any number: it spreads the phones over
     * the time. While files are checked and put in place, other requests are answered.
     */
    public fun syncStart(by: SyncBy, random: Int, now: Now): SyncStep = sync(syncStartRequest(by, random, now))

    /**
     * Hands over a file as it came, byte for byte; what comes next.
     *
     * @param status of HTTP. [retryAfterSeconds] as the server asked for it, null if it did not.
     */
    public fun syncGot(id: Long, status: Int, retryAfterSeconds: Long?, body: ByteArray, now: Now): SyncStep =
        sync(syncGotRequest(id, status, retryAfterSeconds, now), body)

    /** A file could not be fetched; what comes next. */
    public fun syncFailed(id: Long, why: FetchFailure, now: Now): SyncStep = sync(syncFailedRequest(id, why, now))

    /** Gives up fetching for now. What was checked so far is kept. */
    public fun syncStop(now: Now): SyncStep = sync(syncStopRequest(now))

    /**
     * Closes the engine for everybody who opened the same folder; they get [StaleHandleException].
     * Requests that are running finish. Does nothing if it is closed already.
     */
    override fun close() {
        try {
            Native.close(handle)
        } catch (_: StaleHandleException) {
            // Somebody else was faster.
        }
    }

    private fun history(action: String, call: Long?, note: CallNote?, now: Now): List<HistoryEntry> =
        ask(Native::history, historyRequest(action, call, note, now)) { objects("calls") { it.historyEntry() } }

    private fun sync(request: JSONObject, body: ByteArray? = null): SyncStep =
        ask({ handle, bytes -> Native.sync(handle, bytes, body) }, request) { syncStep() }

    private fun <T> ask(
        entry: (Int, ByteArray?) -> ByteArray?,
        request: JSONObject,
        read: JSONObject.() -> T,
    ): T {
        val answer = entry(handle, request.bytes()) ?: throw unreadable("there is none")
        return try {
            JSONObject(String(answer, Charsets.UTF_8)).read()
        } catch (_: JSONException) {
            throw unreadable("a field is missing or of another type")
        }
    }

    public companion object {
        /**
         * Opens the engine, or gives the one that is open over the same folder.
         *
         * @param deviceDir folder readable before the first unlock.
         * @param credentialDir folder of the history; null while the phone is locked. Once it is
         * unlocked, open again with it.
         * @param region country of the SIM, ISO code: how national numbers are read.
         * @param publishers whose lists are fetched; without any, the list that came with the app is in use.
         */
        public fun open(
            deviceDir: String,
            credentialDir: String?,
            region: String,
            now: Now,
            publishers: List<PublisherConfig> = emptyList(),
        ): Engine {
            val handle = Native.open(openRequest(deviceDir, credentialDir, region, publishers, now).bytes())
            if (handle == 0) throw unreadable("there is no handle")
            return Engine(handle)
        }

        private fun ByteArray.hex() = joinToString("") { "%02x".format(Locale.ROOT, it) }

        private fun JSONObject.bytes() = toString().toByteArray(Charsets.UTF_8)
    }
}
