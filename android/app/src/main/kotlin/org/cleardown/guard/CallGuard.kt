package org.cleardown.guard

import org.cleardown.health.Troubles
import java.util.concurrent.atomic.AtomicInteger

/** What all waiting calls share: the engine's thread, the watchdog, and the count of its trips. */
class CallGuard(
    val work: EngineWork,
    private val engines: EngineHolder,
    val troubles: Troubles,
) : AutoCloseable {
    val watchdog = Watchdog()
    private val trips = AtomicInteger()

    /** Whether native code is left alone until the process starts again. */
    val isBypassed: Boolean get() = engines.isBypassed

    /** A call was not answered in time: the thread is given up, and the trouble is noted elsewhere. */
    fun tripped(code: String) {
        if (trips.incrementAndGet() >= MOST_TRIPS) engines.bypass()
        work.abandon()
        troubles.record(code)
    }

    override fun close() = watchdog.close()

    private companion object {
        const val MOST_TRIPS = 2
    }
}
