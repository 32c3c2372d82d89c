package org.cleardown.stories

import org.cleardown.engine.ClockEvent
import org.cleardown.engine.Doors
import org.cleardown.engine.EndedCall
import org.cleardown.engine.Engine
import org.cleardown.engine.IncomingCall
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.engine.Outcome
import org.cleardown.engine.OutgoingCall
import org.cleardown.engine.PersonSays
import java.io.File

/** The engine in the native library. */
class LibraryEngine(private val engine: Engine) : StoryEngine {
    private val doors = Doors(engine)

    override fun screen(call: IncomingCall, now: Now) = engine.screen(call, now)

    override fun recordScreen(call: IncomingCall, now: Now) {
        engine.recordScreen(call, now)
    }

    override fun ended(end: EndedCall, now: Now) = engine.ended(end, now)

    override fun place(call: OutgoingCall, now: Now) = engine.place(call, now)

    override fun recordPlace(number: String, inCall: Boolean, outcome: Outcome, now: Now) =
        engine.recordPlace(number, inCall, outcome, now)

    override fun person(says: PersonSays, number: String?, now: Now) =
        engine.person(says, number, now)

    override fun configure(policy: Map<String, Any>, origin: Origin, now: Now) =
        engine.configure(policy, origin, now)

    override fun configureAt(policy: Map<String, Any>, atMs: Long, origin: Origin, now: Now) =
        engine.configureAt(policy, atMs, origin, now)

    override fun importBundle(content: String, now: Now) = engine.importBundle(content, now)

    override fun removeRelative(now: Now) = engine.removeRelative(now)

    override fun clock(event: ClockEvent, now: Now) {
        engine.clock(event, now)
    }

    override fun status(now: Now) = engine.status(now)

    override fun explain(number: String, now: Now) = engine.explain(number, now)

    override fun maintain(now: Now) {
        engine.maintain(now)
    }

    override fun installList(rows: List<Map<String, Any>>) = doors.installList(rows)

    override fun fault(what: String) = doors.fault(what)

    override fun close() = engine.close()

    companion object {
        /** Opens it over a folder, as the app does. */
        fun open(folder: File, region: String, now: Now) =
            LibraryEngine(Engine.open(PhoneFiles(folder).device.path, PhoneFiles(folder).history.path, region, now))
    }
}
