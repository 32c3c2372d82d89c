package org.cleardown.story

import org.cleardown.robo.StoryRunner
import org.junit.Assert.fail
import org.junit.Assume.assumeTrue
import org.junit.Test
import org.junit.runner.RunWith
import java.io.File

/**
 * Every story through the real classes of Android 10, 13, 15 and 16: binder, intents, broadcasts in;
 * answers, notifications, windows and screens out.
 */
@RunWith(StoryRunner::class)
class ScenarioTest {
    @Test
    fun story() {
        val story = Story.read(File(System.getProperty(StoryRunner.STORY)!!))
        val obstacle = Player.obstacle(story)
        assumeTrue(obstacle, obstacle == null)
        val played = Player(story).play()
        Tally.add(story, played)
        val wrong = played.flatMap { step -> step.outcome.failures.map { "${step.step.at}: $it (${step.actual})" } }
        if (wrong.isNotEmpty()) fail(wrong.joinToString("\n", prefix = "${story.title}\n"))
    }
}
