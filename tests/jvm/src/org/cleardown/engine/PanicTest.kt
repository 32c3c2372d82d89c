package org.cleardown.engine

import com.google.common.truth.Truth.assertThat
import org.junit.Assert.assertThrows
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** What a panic says arrives, without what might be a number. */
class PanicTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun wordsAreKeptAndNumbersMasked() {
        val said = panic("the call of +44 7700 900111 at line 12 🕿")
        assertThat(said).isEqualTo("the call of +44 **** **** at line 12 🕿")
    }

    @Test
    fun aPanicWithoutWordsIsOneToo() {
        assertThat(panic(null)).isEqualTo("a panic without words")
        assertThat(panic("")).isEmpty()
    }

    @Test
    fun aNulAndALongTextDoNotHurt() {
        assertThat(panic("a\u0000b")).isEqualTo("a\u0000b")
        assertThat(panic("é".repeat(100_000))).hasLength(100_000)
    }

    @Test
    fun aHundredPanicsLeaveTheEngineAsItWas() {
        openEngine(folder.root).use { engine ->
            engine.person(PersonSays.SUSPICIOUS_CALL_HERE, null, NOW)
            repeat(100) {
                Doors(engine).fault("panic")
                assertThrows(NativePanicException::class.java) { engine.status(NOW) }
                Doors(engine).fault("none")
            }
            assertThat(engine.status(NOW).coolDownSeconds).isEqualTo(300)
        }
    }

    private fun panic(text: String?): String {
        NativeLibrary.load(System.getProperty("cleardown.library"))
        val panic = assertThrows(NativePanicException::class.java) { NativeDoors.panic(text?.toByteArray()) }
        return panic.message.orEmpty()
    }
}
