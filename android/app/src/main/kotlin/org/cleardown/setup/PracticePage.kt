package org.cleardown.setup

import android.app.Activity
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.warning.Message
import org.cleardown.warning.withdraw

/** The set-up screen of the practice: starts it, asks what was seen, and says what came up. */
class PracticePage(private val screen: Activity) {
    private val practice = screen.parts.practice
    private val tile = TileOffer(screen)

    init {
        // A process that died in the middle left its message behind.
        if (!practice.isRunning) screen.withdraw(Message.PRACTICE)
        screen.onPress(R.id.practice_start, ::start)
        screen.onPress(R.id.practice_seen) { warningSeen(true) }
        screen.onPress(R.id.practice_not_seen) { warningSeen(false) }
    }

    /** Shows how far the practice is. */
    fun show() {
        practice.onBroken = ::show
        if (practice.wasBroken) screen.say(R.id.practice_problem, screen.getString(R.string.practice_broken))
        val isRunning = practice.isRunning
        val last = if (isRunning) null else Practised.last(screen)
        screen.showIf(R.id.practice_begin, !isRunning)
        screen.showIf(R.id.practice_ask, isRunning)
        // One question at a time: the way on is its answer.
        screen.showIf(R.id.footer, !isRunning)
        screen.showIf(R.id.practice_result, last != null)
        tile.show(!isRunning)
        if (last == null) return
        val lines = Surface.entries.map { screen.line(it, it in last.cameUp) }
        screen.findViewById<ViewGroup>(R.id.practice_lines).show(lines)
        screen.say(R.id.practice_advice, screen.getString(advice(last)))
    }

    /** The person leaves this screen: a practice that is not at its end is over. */
    fun leave() {
        practice.close()
        screen.showIf(R.id.footer, true)
    }

    private fun start() {
        screen.say(R.id.practice_problem, null)
        screen.ask({ engine, now -> engine.status(now) }, failed = ::begin) { status ->
            if (status.callRunning || status.coolDownSeconds > 0) refuse() else begin()
        }
    }

    private fun begin() {
        if (practice.start()) show() else refuse()
    }

    private fun refuse() = screen.say(R.id.practice_problem, screen.getString(R.string.practice_not_now))

    private fun warningSeen(isSeen: Boolean) {
        practice.wasSeen = isSeen
        practice.hideWarning()
        screen.startActivity(screen.screen<PracticeActivity>())
    }

    private fun advice(last: Practised): Int = when {
        Surface.WINDOW !in last.cameUp && Surface.MESSAGE !in last.cameUp -> R.string.practice_no_warning
        !last.wasSeen -> R.string.practice_unseen
        last.cameUp.size < Surface.entries.size -> R.string.practice_partly
        else -> R.string.practice_good
    }
}

/** Whether [surface] came up, in words. */
fun Activity.line(surface: Surface, cameUp: Boolean): Sentence {
    val words = if (cameUp) R.string.surface_came_up else R.string.surface_did_not
    return Sentence(surface.name.lowercase(), getString(words, getString(surface.title)))
}
