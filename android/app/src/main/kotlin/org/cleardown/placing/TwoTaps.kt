package org.cleardown.placing

import org.cleardown.platform.Clock

/**
 * "Call anyway" in two presses, ten seconds apart: time to think, and no long press that a shaking
 * hand cannot do. [firstMs] is when the first press was, by the clock that nobody can set; 0 = none.
 */
class TwoTaps(var firstMs: Long = 0L) {
    /** Whole seconds until the second press counts; null before the first. */
    val secondsLeft: Int?
        get() {
            if (firstMs == 0L) return null
            val leftMs = (WAIT_MS - waitedMs()).coerceAtLeast(0)
            return ((leftMs + SECOND_MS - 1) / SECOND_MS).toInt()
        }

    /** A press; true if it is the second, and late enough. Too early presses change nothing. */
    fun press(): Boolean {
        if (firstMs == 0L) {
            firstMs = Clock.elapsed()
            return false
        }
        return waitedMs() >= WAIT_MS
    }

    private fun waitedMs() = Clock.elapsed() - firstMs

    private companion object {
        const val WAIT_MS = 10_000L
        const val SECOND_MS = 1000L
    }
}
