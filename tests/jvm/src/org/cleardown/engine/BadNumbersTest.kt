package org.cleardown.engine

import com.google.common.truth.Truth.assertThat
import org.junit.Assert.assertThrows
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** Any text may come as a number: the answer is to let it ring or place it, or an exception, which means the same. */
class BadNumbersTest {
    @get:Rule val folder = TemporaryFolder()

    private val numbers = listOf(
        "",
        " ",
        "\u0000",
        "+44\u0000" + "1632960123",
        "\uD83D",
        "\uDC00\uD83D",
        "\uD83D+441632960123",
        "🕿".repeat(100),
        "+",
        "٠٧٧٠٠",
        "1".repeat(10_000),
        "\"}{\\",
        "tel:+44;ext=1,,,,",
        "*#21#",
        "\u202E+441632960123",
    )

    @Test
    fun everyNumberIsAnswered() {
        openEngine(folder.root).use { engine ->
            engine.maintain(NOW)
            for (number in numbers) {
                assertThat(engine.screen(incoming(number), NOW).reasons).isNotNull()
                assertThat(engine.recordScreen(incoming(number), NOW)).isGreaterThan(0)
                assertThat(engine.ended(ended(number), NOW).coolDownSeconds).isAtLeast(0)
                assertThat(engine.place(outgoing(number), NOW).reasons).isNotEmpty()
                engine.recordPlace(number, false, Outcome.PLACED, NOW)
                assertThat(engine.person(PersonSays.CALL_ANYWAY, number, NOW).accepted).isFalse()
                assertThat(engine.explain(number, NOW).listings).isEmpty()
            }
            assertThat(engine.history(NOW)).hasSize(numbers.size)
        }
    }

    @Test
    fun aNumberInTheWrongPlaceIsMaskedInTheMessage() {
        openEngine(folder.root).use { engine ->
            val request = screenRequest(incoming(BANK), NOW).put("presentation", "+44 7700 900111").toString()
            val refused = assertThrows(InvalidRequestException::class.java) {
                Native.screen(engine.handle, request.toByteArray())
            }
            assertThat(refused).hasMessageThat().contains("unknown variant `+44 **** ****`")
            assertThat(refused.toString()).contains("[invalid_request]")
        }
    }

    @Test
    fun anEndlessNumberIsRefused() {
        openEngine(folder.root).use { engine ->
            val endless = "1".repeat(3_000_000)
            val refused = assertThrows(InvalidRequestException::class.java) { engine.screen(incoming(endless), NOW) }
            assertThat(refused.code).isEqualTo("long_request")
            assertThrows(InvalidRequestException::class.java) { engine.place(outgoing(endless), NOW) }
        }
    }

    @Test
    fun everySettingIsTakenOrNamed() {
        openEngine(folder.root).use { engine ->
            val odd = mapOf("hold" to "\uD83D", "cool_down_seconds" to 1.5, "lock" to listOf("pin"), "some" to 1)
            val result = engine.configure(odd, Origin.PERSON, NOW)
            assertThat(result.errors.map(KeyError::key)).containsExactlyElementsIn(odd.keys)
            assertThat(result.policy["hold"]).isEqualTo("callbacks")
        }
    }
}
