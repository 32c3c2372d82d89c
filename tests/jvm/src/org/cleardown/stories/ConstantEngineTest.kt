package org.cleardown.stories

import com.google.common.truth.Truth.assertWithMessage
import org.cleardown.engine.Alert
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File

/** The stories say something: a library that always gives the same answer fails most of them. */
class ConstantEngineTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun oneThatAlwaysKeepsQuietFailsMost() = failsMost { ConstantEngine(Alert.NONE, hold = false) }

    @Test
    fun oneThatAlwaysWarnsFailsMost() = failsMost { ConstantEngine(Alert.WARNING, hold = true) }

    private fun failsMost(engine: () -> StoryEngine) {
        val stories = StoryReader.files(File(System.getProperty("cleardown.scenarios"))).map(StoryReader::read)
        File(PhoneFiles(folder.root).device.apply { mkdirs() }, "armed").createNewFile()
        val failed = stories.count { Player(it, folder.root) { _, _, _ -> engine() }.play().isNotEmpty() }
        println("$failed of ${stories.size} stories fail")
        assertWithMessage("failed stories of ${stories.size}").that(failed).isAtLeast(stories.size * 9 / 10)
    }
}
