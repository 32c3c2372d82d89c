package org.cleardown.engine

import com.google.common.truth.Truth.assertThat
import org.junit.After
import org.junit.Assert.assertThrows
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** Each entry of the library: answer, error, panic, stale handle, many threads. */
@RunWith(Parameterized::class)
internal class EveryEntryTest(private val entry: Entry) {
    @get:Rule val folder = TemporaryFolder()
    private lateinit var engine: Engine

    @Before
    fun open() {
        engine = openEngine(folder.root).apply { maintain(NOW) }
    }

    @After
    fun close() = engine.close()

    @Test
    fun answers() {
        assertThat(entry.ask(engine)).isNotNull()
    }

    @Test
    fun refusesWhatIsNoRequest() {
        val noRequests = listOf(
            null,
            "",
            "null",
            "[]",
            "{",
            """{"v":1}""",
            """{"v":2,"now":{"wall_ms":0,"elapsed_ms":0,"boot":0}}""",
            """{"v":1,"now":{"wall_ms":"07700900111","elapsed_ms":0,"boot":0}}""",
            """{"v":1,"now":{"wall_ms":1e99,"elapsed_ms":0,"boot":0}}""",
            "\u0000\u0001",
            "[".repeat(200_000),
            "x".repeat(2_000_000),
        )
        for (request in noRequests.map { it?.toByteArray() } + byteArrayOf(-1, -2, -3)) {
            val refused = assertThrows(InvalidRequestException::class.java) { entry.native(engine.handle, request) }
            assertThat(refused.code).isNotEmpty()
            assertThat(refused.remedy).endsWith(".")
            assertThat(refused.message).doesNotContainMatch("[0-9]{4}")
        }
    }

    @Test
    fun panicsBecomeAnExceptionAndTheEngineCanStillBeAsked() {
        Doors(engine).fault("panic")
        val panic = assertThrows(NativePanicException::class.java) { entry.ask(engine) }
        assertThat(panic.code).isEqualTo("native_panic")
        assertThat(panic).hasMessageThat().isEqualTo("a fault was asked for by a test")
        Doors(engine).fault("none")
        assertThat(entry.ask(engine)).isNotNull()
    }

    @Test
    fun refusesHandlesOfNobody() {
        val closed = engine.handle
        engine.close()
        assertThrows(StaleHandleException::class.java) { entry.ask(engine) }
        for (handle in listOf(closed, 0, -1, closed + 1000, Int.MAX_VALUE, Int.MIN_VALUE)) {
            val stale = assertThrows(StaleHandleException::class.java) { entry.native(handle, byteArrayOf()) }
            assertThat(stale.code).isEqualTo("stale_handle")
        }
    }

    @Test
    fun answersManyThreads() {
        val threads = Executors.newFixedThreadPool(THREADS)
        val asked = threads.invokeAll(List(THREADS * 4) { Callable { patiently { entry.ask(engine) } } })
        threads.shutdown()
        asked.forEach { assertThat(it.get()).isNotNull() }
    }

    /** Requests come one at a time; one that waited too long is told so, and may come again. */
    private fun patiently(ask: () -> Any): Any {
        repeat(MOST_TRIES) {
            try {
                return ask()
            } catch (busy: StorageException) {
                if (busy.code != "engine_busy") throw busy
            }
        }
        return ask()
    }

    companion object {
        private const val THREADS = 8
        private const val MOST_TRIES = 100

        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun entries(): List<Entry> = Entry.entries
    }
}
