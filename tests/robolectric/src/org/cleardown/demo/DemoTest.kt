package org.cleardown.demo

import org.cleardown.robo.StoryRunner
import org.cleardown.story.Player
import org.cleardown.story.Story
import org.junit.Assert.fail
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File

/**
 * The demonstration: the seed stories through the real services and screens of Android 16. It has no
 * test method unless the system property `cleardown.demo` is `true`.
 */
@RunWith(DemoRunner::class)
@Config(sdk = [36])
class DemoTest {
    @Test
    fun demo() {
        val story = Story.read(File(System.getProperty(StoryRunner.STORY)!!))
        val wrong = Player(story).play().flatMap { played -> played.outcome.failures.map { "${played.step.at}: $it" } }
        if (wrong.isNotEmpty()) fail(wrong.joinToString("\n", prefix = "${story.title}\n"))
    }
}
