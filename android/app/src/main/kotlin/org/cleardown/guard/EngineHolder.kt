package org.cleardown.guard

import android.content.Context
import org.cleardown.engine.Engine
import org.cleardown.engine.NativeLibrary
import org.cleardown.engine.NativePanicException
import org.cleardown.engine.Now
import org.cleardown.engine.PublisherConfig
import org.cleardown.engine.StaleHandleException
import org.cleardown.platform.Clock
import org.cleardown.platform.isUnlocked

/**
 * Opens the engine when it is first used, in storage that can be read before the first unlock, and
 * adds the call history once the phone is unlocked. To be used on the engine's thread.
 */
class EngineHolder(
    private val app: Context,
    private val storage: Context,
    private val publishers: () -> List<PublisherConfig>,
) : AutoCloseable {
    @Volatile private var engine: Engine? = null
    @Volatile private var hasHistory = false

    /** Whether the engine is left alone until the process starts again. */
    @Volatile
    var isBypassed = false
        private set

    /** Whether the history was opened, too. */
    val isHistoryOpen: Boolean get() = hasHistory

    /**
     * Asks the engine. Throws what the engine throws, and [EngineBypassed] after two time-outs.
     * After a panic, or if its handle is gone, the engine is opened anew the next time.
     */
    fun <T> use(question: (Engine, Now) -> T): T {
        if (isBypassed) throw EngineBypassed()
        val now = Clock.now(app)
        return try {
            question(opened(now), now)
        } catch (failure: NativePanicException) {
            throw failure.also { forget() }
        } catch (failure: StaleHandleException) {
            throw failure.also { forget() }
        }
    }

    /** From now on every question is refused, so that nobody waits for native code that hangs. */
    fun bypass() {
        isBypassed = true
    }

    override fun close() = forget()

    private fun opened(now: Now): Engine {
        val open = engine
        val unlocked = app.isUnlocked()
        if (open != null && (hasHistory || !unlocked)) return open
        NativeLibrary.load(System.getProperty("cleardown.library"))
        val device = storage.filesDir.path
        val history = if (unlocked) app.filesDir.path else null
        return Engine.open(device, history, REGION, now, publishers()).also {
            engine = it
            hasHistory = unlocked
        }
    }

    private fun forget() {
        val open = engine
        engine = null
        hasHistory = false
        runCatching { open?.close() }
    }

    private companion object {
        const val REGION = "GB"
    }
}

/** The engine is not asked any more, because twice it did not answer in time. */
class EngineBypassed : RuntimeException("the engine is bypassed until the next start")
