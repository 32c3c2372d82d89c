package org.cleardown.stories

import org.cleardown.engine.AfterEnd
import org.cleardown.engine.Alert
import org.cleardown.engine.BundleRefusal
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
import org.cleardown.engine.PinStatus
import org.cleardown.engine.Placing
import org.cleardown.engine.Screen
import org.cleardown.engine.Status
import org.cleardown.engine.SyncStatus
import org.cleardown.engine.Verdict

/** A library that always gives the same answer, whatever it is asked. */
class ConstantEngine(private val alert: Alert, private val hold: Boolean) : StoryEngine {
    private val screen = if (hold) Screen.AFTER_CALL else Screen.NONE
    private val coolDown = if (hold) 300 else 0
    private val reasons = if (hold) listOf("listed_unknown", "listed") else listOf("no_cool_down")
    private val verdict =
        Verdict(alert, reasons, "presented", null, null, null, null, null, null, null, coolDown, null)
    private val bundle = BundleResult(
        BundleRefusal.PRESSURE.takeIf { hold }, null, false, emptyList(), emptyList(), null, null, null, null,
    )
    private val placing =
        Placing(hold, reasons, coolDown, hold, plainTap = false, showAdvice = false, null, null, null)

    override fun screen(call: IncomingCall, now: Now) = verdict

    override fun recordScreen(call: IncomingCall, now: Now) = Unit

    override fun ended(end: EndedCall, now: Now) = AfterEnd(screen, coolDown, null)

    override fun place(call: OutgoingCall, now: Now) = placing

    override fun recordPlace(number: String, inCall: Boolean, outcome: Outcome, now: Now) = Unit

    override fun person(says: PersonSays, number: String?, now: Now) =
        PersonResult(screen, coolDown, alert, reasons, hold)

    override fun configure(policy: Map<String, Any>, origin: Origin, now: Now) =
        ConfigureResult(!hold, null, null, emptyList(), emptyMap(), emptyMap(), emptyList())

    override fun configureAt(policy: Map<String, Any>, atMs: Long, origin: Origin, now: Now) =
        configure(policy, origin, now)

    override fun importBundle(content: String, now: Now) = bundle

    override fun removeRelative(now: Now) = bundle

    override fun clock(event: ClockEvent, now: Now) = Unit

    override fun status(now: Now) = Status(
        coolDown, hold, false, emptyMap(), emptyMap(), emptyList(), null, null, 0, false, false, emptyList(),
        emptyList(), emptyList(), SyncStatus(null, null, null, null, false, emptyList()), emptyList(), null,
        PinStatus(false, false, 0, 0, null), null,
    )

    override fun explain(number: String, now: Now) =
        Explanation(number, null, false, emptyList(), null, null, verdict, placing)

    override fun maintain(now: Now) = Unit

    override fun installList(rows: List<Map<String, Any>>) = Unit

    override fun fault(what: String) = Unit

    override fun close() = Unit
}
