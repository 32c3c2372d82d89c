package org.cleardown.unidbg

import com.google.common.truth.Truth.assertThat
import org.cleardown.unidbg.Both.Companion.request
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/**
 * A panic on the phone becomes an exception, and the engine goes on. The library has test doors here;
 * it is made by the same compiler, with the same settings, and linked in the same way.
 */
class PanicTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun aPanicIsCaughtOnArm64(): Unit = Both("cleardown.arm64.doors", folder.root).use { both ->
        repeat(3) {
            val thrown = both.panic("the call of +44 7700 900111".encodeToByteArray()) as Answer.Thrown
            assertThat(thrown.exception).isEqualTo("NativePanicException")
            assertThat(thrown.message).isEqualTo("the call of +44 **** ****")
        }
        assertThat((both.panic(null) as Answer.Thrown).message).isEqualTo("a panic without words")
        assertThat(both.ask("status", request())).isInstanceOf(Answer.Text::class.java)
    }
}
