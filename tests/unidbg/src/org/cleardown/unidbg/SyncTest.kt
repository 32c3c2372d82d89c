package org.cleardown.unidbg

import com.google.common.truth.Truth.assertThat
import org.cleardown.unidbg.Both.Companion.project
import org.cleardown.unidbg.Both.Companion.request
import org.json.JSONObject
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File

/** A list is fetched and its signatures checked, step by step. The list in the app is such a list itself. */
class SyncTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun aSignedListIsTakenAndAForgedOneIsNot() {
        assertThat(outcome(folder.newFolder()) { it }).isEqualTo("updated")
        assertThat(outcome(folder.newFolder()) { it.also { bytes -> bytes[bytes.size / 2]++ } }).isEqualTo("failed")
    }

    /** Fetches everything that is asked for, by way of [change]; what became of it. */
    private fun outcome(folder: File, change: (ByteArray) -> ByteArray): String {
        val publisher = JSONObject(
            mapOf("id" to "gb", "title" to "Test", "url" to URL, "root" to seed("root.json").decodeToString()),
        )
        return Both("cleardown.arm64", folder, publisher).use { both ->
            var step = step(both.sync(request("do" to "start", "by" to "person", "random" to 7), null))
            while (step.getString("step") == "fetch") {
                val file = served(step.getString("url"))?.let(change)
                val got = request(
                    "do" to "got",
                    "id" to step.getInt("id"),
                    "status" to if (file == null) 404 else 200,
                    "retry_after_s" to null,
                )
                step = step(both.sync(got, file))
            }
            step.getJSONArray("publishers").getJSONObject(0).getString("outcome")
        }
    }

    /** What a web server would give: the files have a version or a hash before their name; there is one root. */
    private fun served(url: String): ByteArray? {
        val file = url.substringAfterLast('/')
        val name = if (file.count { it == '.' } > 1) file.substringAfter('.') else file
        return if (name == "root.json") null else seed(name)
    }

    private fun step(answer: Answer) = JSONObject((answer as Answer.Text).json)

    private fun seed(name: String) = project("rust/list/data/seed/$name").readBytes()

    private companion object {
        const val URL = "https://lists.example.org/gb/"
    }
}
