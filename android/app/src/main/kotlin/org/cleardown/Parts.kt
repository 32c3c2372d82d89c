package org.cleardown

import org.cleardown.aftercall.CallEnds
import org.cleardown.engine.PublisherConfig
import org.cleardown.guard.CallGuard
import org.cleardown.guard.EngineHolder
import org.cleardown.guard.EngineWork
import org.cleardown.health.Troubles
import org.cleardown.managed.ManagedSettings
import org.cleardown.placing.HoldDesk
import org.cleardown.platform.deviceProtected
import org.cleardown.setup.Practice
import org.cleardown.sync.ListUpdate
import org.cleardown.sync.bakedPublishers
import org.cleardown.warning.Warnings

/** One of each. Made without touching a file, a system service or native code. */
class Parts(app: App, publishers: () -> List<PublisherConfig> = app::bakedPublishers) : AutoCloseable {
    private val storage = app.deviceProtected()

    /** The one thread for engine work. */
    val work = EngineWork(onFailure = { failure -> troubles.failed(failure) })

    /** What went wrong, kept until the engine can write it down. */
    val troubles: Troubles = Troubles(storage, work) { engines }

    /** For engine work that takes long and that no call may wait for. */
    val aside = EngineWork(onFailure = { failure -> troubles.failed(failure) })

    /** The engine, opened when first needed. */
    val engines: EngineHolder = EngineHolder(app, storage, publishers)

    /** Sees to it that every call is answered in time. */
    val guard = CallGuard(work, engines, troubles)

    /** Calls that wait for their hold screen. */
    val holds = HoldDesk()

    /** The practice of the set-up; every call, and every end of one, ends it. */
    val practice = Practice(app)

    /** The surfaces that warn beside a ringing call. */
    val warnings = Warnings(app, troubles, onCall = practice::stop)

    /** What happens when a call ends, however we learn of it. */
    val ends = CallEnds(app)

    /** Fetches the list when it is told to. */
    val update = ListUpdate(app, work, engines, troubles, publishers)

    /** What an IT team sets. */
    val managed = ManagedSettings(app, storage, work, engines)

    override fun close() {
        managed.close()
        update.close()
        ends.close()
        warnings.clear()
        practice.close()
        work.close()
        aside.close()
        guard.close()
        troubles.close()
        engines.close()
    }
}
