package org.cleardown.story

import android.os.Build
import java.io.File

/** Counts what was checked and what cannot be seen from outside, one line for each story and version. */
object Tally {
    private val file = File(System.getProperty("cleardown.tally") ?: "target/story-tally.csv")

    /** Adds a story. */
    fun add(story: Story, played: List<Played>) {
        val checked = played.sumOf { it.outcome.checked.size }
        val unseen = played.flatMap { it.outcome.unseen }.groupingBy { it }.eachCount()
        val columns = Unseen.entries.map { unseen[it] ?: 0 }
        file.absoluteFile.parentFile.mkdirs()
        if (!file.exists()) {
            file.writeText("story,sdk,checked," + Unseen.entries.joinToString(",") { it.name.lowercase() } + "\n")
        }
        file.appendText("${story.name},${Build.VERSION.SDK_INT},$checked,${columns.joinToString(",")}\n")
    }
}
