package org.cleardown.guard

import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/**
 * The thread on which the engine works: one, so that what happened first is written down first, and
 * replaceable, so that one stuck call into native code does not hold up all that follow.
 */
class EngineWork(private val onFailure: (Throwable) -> Unit) : AutoCloseable {
    private var executor = fresh()
    private var closed = false

    /** Queues [task]. Whatever it throws goes to `onFailure`. */
    @Synchronized
    fun submit(task: () -> Unit) {
        if (!closed) executor.execute(caught(task))
    }

    /** Leaves the stuck thread behind; what was queued goes on, in its order, on a new one. */
    @Synchronized
    fun abandon() {
        if (closed) return
        val waiting = executor.shutdownNow()
        executor = fresh()
        waiting.forEach(executor::execute)
    }

    /** Nothing runs after this. */
    @Synchronized
    override fun close() {
        closed = true
        executor.shutdownNow()
    }

    private fun caught(task: () -> Unit) = Runnable {
        try {
            task()
        } catch (failure: Throwable) {
            onFailure(failure)
        }
    }

    private fun fresh(): ExecutorService =
        Executors.newSingleThreadExecutor { task -> Thread(task, "engine").apply { isDaemon = true } }
}
