package org.cleardown.guard

import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit

/**
 * Runs something when a time limit is over, on a thread of its own: neither a busy main thread nor
 * native code that never comes back can hold it up.
 */
class Watchdog : AutoCloseable {
    private val timer = Executors.newScheduledThreadPool(1) { task ->
        Thread(task, "watchdog").apply { isDaemon = true }
    }

    /** Runs [trip] after [limitMs] milliseconds, unless the result is cancelled before. */
    fun after(limitMs: Long, trip: () -> Unit): Future<*> =
        timer.schedule(trip, limitMs, TimeUnit.MILLISECONDS)

    override fun close() {
        timer.shutdownNow()
    }
}
