package org.cleardown.health

import android.content.Context
import org.cleardown.engine.CleardownException
import org.cleardown.engine.NativePanicException
import org.cleardown.guard.EngineBypassed
import org.cleardown.guard.EngineHolder
import org.cleardown.guard.EngineWork
import org.cleardown.platform.AppLog
import java.io.File
import java.util.concurrent.Executors

/**
 * Codes of what went wrong. They are noted in a small file on a thread of their own, since the engine
 * may be what is broken, and handed to the engine when it works again.
 */
class Troubles(
    storage: Context,
    private val work: EngineWork,
    private val engines: () -> EngineHolder,
) : AutoCloseable {
    private val file by lazy { File(storage.filesDir, "troubles") }
    private val notes = Executors.newSingleThreadExecutor { task ->
        Thread(task, "troubles").apply { isDaemon = true }
    }

    /** Notes a code. Never waits, never throws. */
    fun record(code: String) {
        AppLog.code(code)
        runCatching {
            notes.execute {
                note(code)
                work.submit(::handOver)
            }
        }
    }

    /** Notes what a failure means. */
    fun failed(failure: Throwable) = when (failure) {
        is EngineBypassed, is InterruptedException -> Unit
        is NativePanicException -> record("native_panic")
        is CleardownException -> record(failure.code)
        is LinkageError -> record("native_missing")
        else -> record("native_error")
    }

    /** Codes that the engine could not be told yet. For a thread that may read a file. */
    @Synchronized
    fun waiting(): List<String> =
        runCatching { file.readLines().filter(String::isNotEmpty) }.getOrDefault(emptyList())

    /** Tells the engine what waits. For the engine's thread; does nothing while the engine fails. */
    fun handOver() {
        val codes = waiting()
        if (codes.isEmpty()) return
        runCatching {
            engines().use { engine, now -> codes.forEach { engine.health(it, now) } }
            forget(codes.size)
        }
    }

    override fun close() {
        notes.shutdownNow()
    }

    @Synchronized
    private fun note(code: String) {
        runCatching { if (file.length() < MOST_BYTES) file.appendText("$code\n") }
    }

    @Synchronized
    private fun forget(told: Int) {
        val rest = waiting().drop(told)
        if (rest.isEmpty()) file.delete() else file.writeText(rest.joinToString("\n", postfix = "\n"))
    }

    private companion object {
        /** Enough to see what is wrong; a fault that repeats must not fill the phone. */
        const val MOST_BYTES = 4096L
    }
}
