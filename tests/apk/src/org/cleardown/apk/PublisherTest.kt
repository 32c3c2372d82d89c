package org.cleardown.apk

import com.google.common.truth.Truth.assertThat
import org.json.JSONArray
import org.junit.Test
import java.io.File

/** Whom the app believes. */
class PublisherTest {
    @Test
    fun `believes no publisher unless one was asked for`() = assertThat(publishers(Apk.finished).length()).isEqualTo(0)

    @Test
    fun `believes the one that was asked for, by its root byte for byte`() {
        val all = publishers(Apk.believing)
        assertThat(all.length()).isEqualTo(1)
        val one = all.getJSONObject(0)
        val expected = mapOf(
            "id" to "gb",
            "title" to "Our list",
            "url" to "https://lists.example.org/gb",
            "root" to File(Places.root, "rust/list/data/seed/root.json").readText()
        )
        assertThat(one.keySet().associateWith(one::getString)).isEqualTo(expected)
    }

    @Test
    fun `nothing else is different then`() {
        val others = { apk: Apk -> (apk.entries - PUBLISHERS).mapValues { (_, bytes) -> bytes.toList() } }
        assertThat(others(Apk.believing)).isEqualTo(others(Apk.finished))
    }

    private fun publishers(apk: Apk) = JSONArray(apk.entries.getValue(PUBLISHERS).decodeToString())

    private companion object {
        const val PUBLISHERS = "res/raw/publishers.json"
    }
}
