package org.cleardown.demo

import org.cleardown.robo.StoryFiles
import org.cleardown.robo.StoryRunner
import org.cleardown.story.Player
import org.cleardown.story.Story
import org.junit.Assert.fail
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File

/**
 * The demonstration: the seed stories through the real services and screens of Android 16, with a
 * picture of everything the phone showed. It has no test method unless the system property
 * `cleardown.demo` is `true`. The page is `index.html` in the folder of `cleardown.out`.
 */
@RunWith(DemoRunner::class)
@Config(sdk = [36])
class DemoTest {
    @Test
    fun demo() {
        val story = Story.read(File(System.getProperty(StoryRunner.STORY)!!))
        val board = Album.begin(story)
        Terminal.title(board, StoryFiles.seeds().size)
        try {
            Player(story, Watcher(board, Album.folder)).play()
            board.isComplete = true
        } finally {
            Album.write()
        }
        Terminal.end(board, Album.page)
        val wrong = board.scenes.flatMap { scene -> scene.failures.map { "${scene.at}: $it" } }
        if (wrong.isNotEmpty()) fail(wrong.joinToString("\n", prefix = "${story.title}\n"))
    }
}
