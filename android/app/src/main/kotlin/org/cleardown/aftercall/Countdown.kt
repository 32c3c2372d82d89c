package org.cleardown.aftercall

import android.os.Handler
import android.os.Looper
import android.widget.TextView
import org.cleardown.R
import org.cleardown.platform.Clock

/**
 * Shows the time that is left, second by second, by the clock that nobody can set. Only shows: the
 * engine says how long the wait is, and when it is over.
 */
class Countdown(private val view: TextView, private val onOver: () -> Unit) {
    private val ticks = Handler(Looper.getMainLooper())
    private var endMs = 0L

    /** Counts down from [seconds]; calls `onOver` at zero. */
    fun start(seconds: Int) {
        stop()
        endMs = Clock.elapsed() + seconds * SECOND_MS
        tick()
    }

    /** Shows [seconds] without counting: the wait has not started yet. */
    fun hold(seconds: Int) {
        stop()
        show(seconds)
    }

    /** Stops counting. */
    fun stop() = ticks.removeCallbacksAndMessages(null)

    private fun tick() {
        val leftMs = endMs - Clock.elapsed()
        if (leftMs <= 0) {
            show(0)
            onOver()
            return
        }
        show(((leftMs + SECOND_MS - 1) / SECOND_MS).toInt())
        ticks.postDelayed(::tick, (leftMs - 1) % SECOND_MS + 1)
    }

    private fun show(seconds: Int) {
        val (minutes, rest) = seconds / MINUTE to seconds % MINUTE
        view.text = view.context.getString(R.string.countdown_value, minutes, rest)
        val resources = view.resources
        val spoken = resources.getQuantityString(R.plurals.seconds, rest, rest)
        view.contentDescription = if (minutes == 0) {
            resources.getString(R.string.countdown_spoken_short, spoken)
        } else {
            val longer = resources.getQuantityString(R.plurals.minutes, minutes, minutes)
            resources.getString(R.string.countdown_spoken, longer, spoken)
        }
    }

    private companion object {
        const val SECOND_MS = 1000L
        const val MINUTE = 60
    }
}
