package org.cleardown.sync

import android.content.Context
import android.os.Handler
import android.os.Looper
import android.os.Process
import org.cleardown.engine.Engine
import org.cleardown.engine.PublisherConfig
import org.cleardown.engine.SyncBy
import org.cleardown.engine.SyncStep
import org.cleardown.guard.EngineHolder
import org.cleardown.guard.EngineWork
import org.cleardown.guard.Watchdog
import org.cleardown.health.Troubles
import org.cleardown.platform.Clock
import java.security.SecureRandom
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/**
 * Brings the list up to date: asks the engine what to fetch, fetches it, hands it over. One run at a
 * time, on a thread of its own, whether the phone's schedule or a person asked for it. Runs only when
 * it is told to; that the process starts is no reason.
 */
class ListUpdate(
    private val app: Context,
    private val work: EngineWork,
    private val engines: EngineHolder,
    private val troubles: Troubles,
    private val publishers: () -> List<PublisherConfig>,
) : AutoCloseable {
    /** The publishers' titles, by their ids. */
    val titles: Map<String, String> by lazy { publishers().associate { it.id to it.title } }

    private val main = Handler(Looper.getMainLooper())
    private val watchdog = Watchdog()
    private var running: Fetcher? = null
    @Volatile private var isClosed = false

    /** How far the run is, or how the last one ended; changes on the main thread only. */
    var state: UpdateState = UpdateState.Idle
        private set

    /** Called whenever [state] has changed. */
    var onChange: () -> Unit = {}

    /**
     * Starts a run; false if one is running. [ended] is called on the main thread, before the next
     * run is planned.
     */
    @Synchronized
    fun start(by: SyncBy, ended: () -> Unit = {}): Boolean {
        if (running != null) return false
        val fetcher = Fetcher(watchdog)
        running = fetcher
        show(UpdateState.Running(null, 0, 0))
        Thread({ run(by, fetcher, ended) }, "sync").apply { isDaemon = true }.start()
        return true
    }

    /** Breaks the run off, if there is one. */
    @Synchronized
    fun stop() {
        running?.stop()
    }

    override fun close() {
        isClosed = true
        stop()
        watchdog.close()
    }

    private fun run(by: SyncBy, fetcher: Fetcher, ended: () -> Unit) {
        Process.setThreadPriority(Process.THREAD_PRIORITY_BACKGROUND)
        val done = try {
            steps(by, fetcher)
        } catch (failure: Throwable) {
            if (failure is TimeoutException) troubles.record("engine_busy") else troubles.failed(failure)
            null
        }
        synchronized(this) { running = null }
        if (isClosed) return
        show(UpdateState.Ended(done))
        main.post {
            ended()
            plan(done)
        }
    }

    private fun steps(by: SyncBy, fetcher: Fetcher): SyncStep.Done {
        val engine = engine()
        var step = engine.syncStart(by, RANDOM.nextInt(), now())
        while (step is SyncStep.Fetch) step = next(engine, step, fetcher)
        return step as SyncStep.Done
    }

    private fun next(engine: Engine, ask: SyncStep.Fetch, fetcher: Fetcher): SyncStep {
        val fetched = fetcher.fetch(ask) { bytes ->
            show(UpdateState.Running(ask.what, ask.doneBytes + bytes, ask.ofBytes))
        }
        return when {
            fetcher.isStopped -> engine.syncStop(now())
            fetched is Fetched.Got ->
                engine.syncGot(ask.id, fetched.status, fetched.retryAfterSeconds, fetched.body, now())
            else -> engine.syncFailed(ask.id, (fetched as Fetched.Failed).why, now())
        }
    }

    /** Opened on the engine's own thread; what follows takes too long for it. */
    private fun engine(): Engine {
        val opening = FutureTask { engines.use { engine, _ -> engine } }
        work.submit(opening::run)
        return try {
            opening.get(OPENING_S, TimeUnit.SECONDS)
        } catch (failure: ExecutionException) {
            throw failure.cause ?: failure
        }
    }

    private fun plan(done: SyncStep.Done?) = try {
        SyncPlan.next(app, if (done == null) SyncPlan.AGAIN_S else done.nextInSeconds)
    } catch (_: RuntimeException) {
        troubles.record("sync_not_planned")
    }

    private fun show(now: UpdateState) = main.post {
        state = now
        onChange()
    }

    private fun now() = Clock.now(app)

    private companion object {
        const val OPENING_S = 30L
        val RANDOM = SecureRandom()
    }
}

/** How far bringing the list up to date is. */
sealed interface UpdateState {
    /** Nothing was done since the process started. */
    data object Idle : UpdateState

    /** [what] is fetched now, null before the first file; [doneBytes] of [ofBytes] are here. */
    data class Running(val what: String?, val doneBytes: Long, val ofBytes: Long) : UpdateState

    /** A run is over; [done] is null if the engine could not be asked. */
    data class Ended(val done: SyncStep.Done?) : UpdateState
}
