package org.cleardown.stories

import org.cleardown.engine.Now
import org.cleardown.engine.Outcome
import org.cleardown.engine.Placing

/** An outgoing call as the app treats it: the floor, the marker file, the engine, the hold. */
internal class Dialling(
    private val engine: StoryEngine,
    private val guard: Guard,
    private val numbers: Numbers,
    private val files: PhoneFiles,
    private val now: Now,
) {
    /** What became of it, by the keys of the format. */
    fun dial(call: Action.Outgoing): Map<String, Any?> {
        val floor = numbers.floor(call)
        val placing = when {
            floor != null -> placed(floor)
            !files.isArmed -> placed(listOf("no_cool_down"))
            else -> asked(call)
        }
        if (!placing.hold) guard.ask { engine.recordPlace(call.number, call.inCall, Outcome.PLACED, now) }
        val screenShows = placing.hold || placing.showAdvice
        return mapOf(
            "placement" to if (placing.hold) "hold" else "place",
            "reasons" to placing.reasons,
            "remaining" to placing.remainingSeconds,
            "organisation" to placing.organisation,
            "passable" to placing.passable.takeIf { screenShows },
            "screen" to if (screenShows) "hold" else "none",
        )
    }

    private fun asked(call: Action.Outgoing): Placing {
        val failed = placed(listOf("failed_open"))
        val placing = guard.ask { engine.place(numbers.outgoing(call), now) } ?: return failed
        if (!placing.hold) return placing
        // A hold that is not written down could not be passed.
        guard.ask { engine.recordPlace(call.number, call.inCall, Outcome.HELD, now) } ?: return failed
        return placing
    }

    private fun placed(reasons: List<String>) = Placing(
        hold = false,
        reasons = reasons,
        remainingSeconds = 0,
        passable = false,
        plainTap = false,
        showAdvice = false,
        display = null,
        organisation = null,
        line = null,
    )
}
