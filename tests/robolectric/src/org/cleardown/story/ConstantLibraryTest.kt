package org.cleardown.story

import com.google.common.truth.Truth.assertThat
import org.cleardown.robo.StoryRunner
import org.junit.AfterClass
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File

/**
 * With a library that gives every question the same answer, most stories must fail: this shows that
 * the stories, and this player, tell a working library from one that is not.
 */
@RunWith(StoryRunner::class)
@Config(sdk = [36])
class ConstantLibraryTest {
    @Test
    fun stories() {
        val story = Story.read(File(System.getProperty(StoryRunner.STORY)!!))
        played++
        val isTold = runCatching { Player(story, always = "engine_panic").play() }
            .fold({ steps -> steps.any { it.outcome.failures.isNotEmpty() } }, { true })
        if (isTold) failed++
    }

    companion object {
        private var played = 0
        private var failed = 0

        /** Nine of ten. */
        @JvmStatic
        @AfterClass
        fun mostStoriesFailed() {
            assertThat(failed * 10).isAtLeast(played * 9)
        }
    }
}
