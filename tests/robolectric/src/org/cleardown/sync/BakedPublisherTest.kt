package org.cleardown.sync

import com.google.common.truth.Truth.assertThat
import org.cleardown.engine.PublisherConfig
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File

/** What `cleardown list app` writes, and the build puts into the APK, is what the app reads there. */
@RunWith(Runner::class)
@Config(sdk = [29])
class BakedPublisherTest {
    @Test
    fun `the app reads the publisher that was built in`() {
        val root = File(System.getProperty("cleardown.scenarios"), "../../rust/list/data/seed/root.json")
        val words = listOf(
            System.getProperty("cleardown.command"), "list", "app", "--root", root.path,
            "--url", "https://lists.example.org/town", "--id", "town", "--title", "Numbers of “our” town",
        )
        val process = ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        val baked = process.inputStream.readBytes().decodeToString()
        assertThat(process.waitFor()).isEqualTo(0)

        val expected =
            PublisherConfig("town", "Numbers of “our” town", "https://lists.example.org/town", root.readText())
        assertThat(publishers(baked)).containsExactly(expected)
    }
}
