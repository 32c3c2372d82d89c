package org.cleardown.stories

import org.cleardown.engine.BundleResult
import org.cleardown.engine.ClockEvent
import org.cleardown.engine.EndedCall
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Screen
import java.io.File

/** Plays a story on a simulated phone whose app asks [open]'s engine. */
class Player(
    private val story: Story,
    private val folder: File,
    private val open: (folder: File, region: String, now: Now) -> StoryEngine,
) {
    private val files = PhoneFiles(folder)
    private val clock = PhoneClock()
    private var engine = opened()
    private val guard = Guard()
    private val numbers: Numbers
    private val openCalls = ArrayDeque<String?>()
    private val waitScreen = WaitScreen()
    private val makers = SettingsMakers()

    init {
        engine.maintain(clock.now)
        if (story.list.isNotEmpty()) engine.installList(story.list)
        numbers = Numbers(story) { engine.explain(it, clock.now) }
        val trusted = story.contacts.orEmpty().filter(StoryContact::trusted).map(StoryContact::number)
        val policy = if (trusted.isEmpty()) story.policy else mapOf("trusted_contacts" to trusted) + story.policy
        if (policy.isNotEmpty()) engine.configure(policy, Origin.PERSON, clock.now)
    }

    /** One line for every expectation that was not met; empty = the story passed. */
    fun play(): List<String> = engine.use {
        story.steps.flatMap { step ->
            clock.moveTo(step.seconds)
            val actual = step(step.action)
            failures(step.expect, actual).map { "at ${step.at}: $it (of $actual)" }
        }
    }

    /** What the step did, by the keys of the format. */
    private fun step(action: Action?): Map<String, Any?> {
        val actual = if (action == null) emptyMap() else act(action)
        val status = guard.ask { engine.status(clock.now) }
        val screen = if (action == null) waitScreen.passing(status) else actual["screen"] as String? ?: "none"
        if (action != null) waitScreen.event(screen, status)
        return actual + mapOf("screen" to screen, "cool_down" to status?.coolDownSeconds)
    }

    private fun act(action: Action): Map<String, Any?> = when (action) {
        is Action.Incoming -> ring(action)
        is Action.Ended -> end(action)
        is Action.Outgoing -> Dialling(engine, guard, numbers, files, clock.now).dial(action)
        is Action.Person -> person(action)
        is Action.Import -> {
            val content = makers.file(action.from, action.version, action.policy)
            relative { engine.importBundle(content, it) }
        }
        is Action.RemoveRelative -> relative { engine.removeRelative(it) }
        is Action.Idle -> idle()
        is Action.Reboot -> reboot()
        is Action.Clock -> {
            clock.jump(action.jumpSeconds)
            guard.ask { engine.clock(ClockEvent.CLOCK_CHANGED, clock.now) }
            emptyMap()
        }
        is Action.Fault -> fault(action.what)
    }

    private fun ring(call: Action.Incoming): Map<String, Any?> {
        openCalls.addLast(call.number)
        val asked = numbers.incoming(call)
        val verdict = guard.ask { engine.screen(asked, clock.now) }
        if (verdict != null) guard.ask { engine.recordScreen(asked, clock.now) }
        return mapOf(
            "alert" to (verdict?.alert?.code ?: "none"),
            "response" to "allow",
            "reasons" to verdict?.reasons.orEmpty(),
            "organisation" to verdict?.organisation,
        )
    }

    private fun end(end: Action.Ended): Map<String, Any?> {
        if (openCalls.isEmpty()) return emptyMap()
        val number = openCalls.removeLast()
        if (!end.seen) return emptyMap()
        return told(EndedCall(number, identified = true, end.answered, inCall = openCalls.isNotEmpty()))
    }

    private fun idle(): Map<String, Any?> {
        openCalls.clear()
        return told(EndedCall(null, identified = false, answered = null, inCall = false))
    }

    private fun told(end: EndedCall): Map<String, Any?> {
        val after = guard.ask { engine.ended(end, clock.now) }
        return mapOf("screen" to (after?.screen ?: Screen.NONE).code)
    }

    private fun person(person: Action.Person): Map<String, Any?> {
        if (person.what in CHANGES) return change(person)
        val now = nowInCall()
        val says = PersonSays.entries.first { it.code == person.what }
        val result = guard.ask { engine.person(says, person.number, now) }
        return mapOf(
            "alert" to result?.alert?.code,
            "reasons" to result?.reasons.orEmpty(),
            "screen" to result?.screen?.code,
            "accepted" to result?.accepted,
        )
    }

    /** With "schedule", the person presses "Make this change at …", if the screen offers that. */
    private fun change(person: Action.Person): Map<String, Any?> {
        val now = nowInCall()
        val first = guard.ask { engine.configure(person.policy, Origin.PERSON, now) }
        val seconds = first?.allowedInSeconds?.takeIf { person.what == "schedule" }
        val result = if (seconds == null) {
            first
        } else {
            val atMs = (now.wallMs + seconds * SECOND_MS + MINUTE_MS - 1) / MINUTE_MS * MINUTE_MS
            guard.ask { engine.configureAt(person.policy, atMs, Origin.PERSON, now) }
        }
        return mapOf("accepted" to result?.accepted, "refused" to result?.refused?.code)
    }

    private fun relative(ask: (Now) -> BundleResult): Map<String, Any?> {
        val result = guard.ask { ask(nowInCall()) }
        return mapOf("accepted" to result?.let { it.refused == null }, "refused" to result?.refused?.code)
    }

    private fun nowInCall() = clock.now.copy(inCall = openCalls.isNotEmpty())

    private fun reboot(): Map<String, Any?> {
        engine.close()
        openCalls.clear()
        clock.reboot()
        engine = opened()
        guard.ask { engine.clock(ClockEvent.BOOTED, clock.now) }
        return emptyMap()
    }

    private fun fault(what: String): Map<String, Any?> {
        when (what) {
            "none" -> mend()
            "engine_panic" -> engine.fault("panic")
            "engine_slow" -> engine.fault("slow").also { guard.isSlow = true }
            "disk_full" -> engine.fault("disk_full")
            else -> {
                engine.close()
                files.damage(what)
                engine = opened()
            }
        }
        return emptyMap()
    }

    private fun mend() {
        engine.fault("none")
        guard.recover()
        engine.maintain(clock.now)
        if (story.list.isNotEmpty()) engine.installList(story.list)
    }

    private fun opened() = open(folder, story.region, clock.now)

    private companion object {
        val CHANGES = setOf("weaken", "strengthen", "schedule")
        const val SECOND_MS = 1000L
        const val MINUTE_MS = 60 * SECOND_MS
    }
}

/** The format's name for it. */
internal val Enum<*>.code: String get() = name.lowercase()
