package org.cleardown.unidbg

import com.google.common.truth.Truth.assertThat
import org.cleardown.unidbg.Both.Companion.project
import org.cleardown.unidbg.Both.Companion.request
import org.json.JSONArray
import org.json.JSONObject
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** The library that is shipped for phones answers as the one that all other tests use. */
class SameAnswersTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun everyListedNumberIsKnownOnThePhone(): Unit = Both(SHIPPED, folder.root).use { both ->
        val numbers = project("rust/list/data/gb/numbers.csv").readLines().drop(1).map { it.substringBefore(',') }
        assertThat(numbers.size).isGreaterThan(400)
        val strangers = numbers.filterNot { number ->
            val answer = both.ask("screen", incoming(number)) as Answer.Text
            JSONObject(answer.json).optString("organisation").isNotEmpty()
        }
        assertThat(strangers).isEmpty()
    }

    @Test
    fun aCallFromAListedNumberHoldsTheCallBack(): Unit = Both(SHIPPED, folder.root).use { both ->
        both.ask("recordScreen", incoming(BANK))
        val held = both.ask("place", outgoing(BANK)) as Answer.Text
        assertThat(JSONObject(held.json).getString("placement")).isEqualTo("hold")
        val emergency = both.ask("place", outgoing("999")) as Answer.Text
        assertThat(JSONObject(emergency.json).getString("placement")).isEqualTo("place")
        both.ask("status", request())
        val history = both.ask("history", request("action" to "list", "id" to null, "note" to null)) as Answer.Text
        assertThat(JSONObject(history.json).getJSONArray("calls")).hasSize(1)
    }

    /** Whatever the engine makes of the requests of the golden files, both make the same of it. */
    @Test
    fun everyGoldenRequestIsAnsweredAlike(): Unit = Both(SHIPPED, folder.root).use { both ->
        GOLDEN.forEach { (file, entry) ->
            val golden = JSONObject(project("tests/jvm/golden/$file.json").readText())
            requests(golden.getJSONArray("requests")).forEach { both.ask(entry, it) }
        }
    }

    @Test
    fun everyMistakeIsTheSameException(): Unit = Both(SHIPPED, folder.root).use { both ->
        val mistakes = listOf(null, "", "{}", "[1]", "{\"v\":2}", "\u0000").map { it?.encodeToByteArray() }
        val answers = mistakes.map { both.ask("screen", it) }
        assertThat(answers.map { (it as Answer.Thrown).exception }.toSet()).containsExactly("InvalidRequestException")
    }

    private fun incoming(number: String) = request(
        "number" to number,
        "presentation" to "allowed",
        "verification" to "not_verified",
        "contact" to "no",
    )

    private fun outgoing(number: String) = request(
        "number" to number,
        "interactive" to true,
        "emergency" to false,
        "in_call" to false,
        "contact" to "no",
    )

    private fun requests(all: JSONArray) = all.map { it.toString().encodeToByteArray() }

    private companion object {
        const val SHIPPED = "cleardown.arm64"
        const val BANK = "+448001218899"

        /** Each file, and the entry that its requests are for. */
        val GOLDEN = listOf(
            "screen" to "screen", "record_screen" to "recordScreen", "ended" to "ended", "place" to "place",
            "record_place" to "recordPlace", "person" to "person", "configure" to "configure", "clock" to "clock",
            "status" to "status", "history" to "history", "health" to "health", "maintain" to "maintain",
            "explain" to "explain",
        )
    }
}
