package org.cleardown.demo

import org.cleardown.story.Story

/** A picture of something that the phone showed. [file] is relative to the page. */
class Picture(val file: String, val caption: String, val alt: String, val width: Int, val height: Int)

/** One step: when, what happened, what the phone did, in sentences for people. */
class Scene(
    val at: String,
    val event: String,
    val did: List<String>,
    val answerMs: Double?,
    val pictures: List<Picture>,
    val checked: Int,
    val unseen: List<String>,
    val failures: List<String>,
)

/** One story, told in scenes. */
class Board(val story: Story, val number: Int) {
    /** Scenes so far, in order. */
    val scenes = mutableListOf<Scene>()

    /** Whether the story came to its end; if not, something broke. */
    var isComplete = false

    /** Whether everything was as the story says. */
    val isRight: Boolean get() = isComplete && scenes.all { it.failures.isEmpty() }
}
