package org.cleardown.engine

import com.google.common.truth.Truth.assertThat
import org.json.JSONObject
import java.io.File

/** A golden file: what crosses in both directions, as `rust/jni/tests/golden.rs` reads it, too. */
internal class Golden(name: String) {
    private val file = JSONObject(File(FOLDER, "$name.json").readText())

    /** The requests of the file are these, in order. */
    fun requests(vararg written: JSONObject) {
        val golden = all("requests")
        assertThat(written).hasLength(golden.size)
        // What arrives is text: read it back, as the library does.
        written.zip(golden).forEach { (ours, theirs) ->
            assertThat(JSONObject(ours.toString()).toMap()).isEqualTo(theirs.toMap())
        }
    }

    /** The answers of the file, read, are these, in order. */
    fun <T> answers(read: JSONObject.() -> T, vararg expected: T) {
        assertThat(all("answers").map { it.read() }).containsExactlyElementsIn(expected).inOrder()
    }

    private fun all(part: String) = file.getJSONArray(part).let { all -> List(all.length(), all::getJSONObject) }

    private companion object {
        val FOLDER = File(System.getProperty("basedir", "."), "../../tests/jvm/golden")
    }
}
