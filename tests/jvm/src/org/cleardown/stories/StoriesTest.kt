package org.cleardown.stories

import com.google.common.truth.Truth.assertThat
import org.cleardown.engine.NativeLibrary
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.io.File

/** Every story, through the Kotlin face and the host build of the native library. */
@RunWith(Parameterized::class)
class StoriesTest(private val name: String, private val file: File) {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun passes() {
        NativeLibrary.load(System.getProperty("cleardown.library"))
        val story = StoryReader.read(file)
        assertThat(Player(story, folder.root, LibraryEngine.Companion::open).play()).isEmpty()
    }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun stories(): List<Array<Any>> =
            StoryReader.files(File(System.getProperty("cleardown.scenarios")))
                .map { arrayOf(it.nameWithoutExtension, it) }
    }
}
