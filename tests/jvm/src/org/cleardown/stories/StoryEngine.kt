package org.cleardown.stories

import org.cleardown.engine.AfterEnd
import org.cleardown.engine.BundleResult
import org.cleardown.engine.ClockEvent
import org.cleardown.engine.ConfigureResult
import org.cleardown.engine.EndedCall
import org.cleardown.engine.Explanation
import org.cleardown.engine.IncomingCall
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.engine.Outcome
import org.cleardown.engine.OutgoingCall
import org.cleardown.engine.PersonResult
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Placing
import org.cleardown.engine.Status
import org.cleardown.engine.Verdict

/** What the player asks of an engine: so that it can be shown what becomes of one that knows nothing. */
interface StoryEngine : AutoCloseable {
    fun screen(call: IncomingCall, now: Now): Verdict

    fun recordScreen(call: IncomingCall, now: Now)

    fun ended(end: EndedCall, now: Now): AfterEnd

    fun place(call: OutgoingCall, now: Now): Placing

    fun recordPlace(number: String, inCall: Boolean, outcome: Outcome, now: Now)

    fun person(says: PersonSays, number: String?, now: Now): PersonResult

    fun configure(policy: Map<String, Any>, origin: Origin, now: Now): ConfigureResult

    fun configureAt(policy: Map<String, Any>, atMs: Long, origin: Origin, now: Now): ConfigureResult

    fun importBundle(content: String, now: Now): BundleResult

    fun removeRelative(now: Now): BundleResult

    fun clock(event: ClockEvent, now: Now)

    fun status(now: Now): Status

    fun explain(number: String, now: Now): Explanation

    fun maintain(now: Now)

    /** Lays rows over the bundled list. */
    fun installList(rows: List<Map<String, Any>>)

    /** Begins a fault inside the library: panic, slow, disk_full or none. */
    fun fault(what: String)
}
