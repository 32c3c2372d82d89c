package org.cleardown.stories

import org.cleardown.engine.CleardownException
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import kotlin.concurrent.thread

/** How the app asks: whatever goes wrong is no answer, and nobody waits for an engine that hangs. */
internal class Guard {
    private val stuck = mutableListOf<Thread>()

    /** Whether the engine hangs; only then a clock decides, so that a busy machine changes nothing. */
    var isSlow = false

    /** The answer; null if there is none, or none in time. */
    fun <T : Any> ask(question: () -> T): T? {
        if (!isSlow) return attempt(question)
        val task = FutureTask { attempt(question) }
        stuck += thread(isDaemon = true) { task.run() }
        return try {
            task.get(LIMIT_MS, TimeUnit.MILLISECONDS)
        } catch (_: TimeoutException) {
            null
        }
    }

    /** The engine works again: lets those who hung come to their end. */
    fun recover() {
        stuck.forEach(Thread::join)
        stuck.clear()
        isSlow = false
    }

    private fun <T : Any> attempt(question: () -> T): T? = try {
        question()
    } catch (_: CleardownException) {
        null
    }

    private companion object {
        const val LIMIT_MS = 200L
    }
}
