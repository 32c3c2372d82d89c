package org.cleardown.demo

import org.cleardown.story.Actual
import org.cleardown.story.Played
import java.io.File

/** The time line in the terminal, while the stories are played. Whoever shows it takes the lines with [MARK]. */
object Terminal {
    private const val MARK = "[demo] "

    /** A story begins. */
    fun title(
        board: Board,
        of: Int
    ) = say("", "Story ${board.number} of $of: ${board.story.title}", "  ${board.story.source.orEmpty()}")

    /** A step is over. */
    fun step(board: Board, played: Played, scene: Scene) {
        val count = "%2d/%d".format(board.scenes.size, board.story.steps.size)
        val took = scene.answerMs?.let { ", answered in %.1f ms".format(it) }.orEmpty()
        val state = if (scene.failures.isEmpty()) "as expected" else "NOT AS EXPECTED"
        say("  $count %8s  %s".format(scene.at, scene.event))
        say("                   ${verdict(played.actual)}$took: $state")
        scene.failures.forEach { say("                   $it") }
    }

    /** A story is over. */
    fun end(board: Board, page: File) {
        val pictures = board.scenes.sumOf { it.pictures.size }
        val state = if (board.isRight) "every expectation held" else "NOT as expected"
        say("  ${board.scenes.size} steps, $pictures pictures, $state: ${page.path}")
    }

    private fun verdict(actual: Actual): String {
        val parts = listOfNotNull(
            actual["alert"]?.let { "alert $it" },
            actual["placement"],
            actual["organisation"],
            (actual["reasons"] as? List<*>)?.takeIf { it.isNotEmpty() }?.joinToString(", ", "[", "]"),
            actual["screen"]?.takeIf { it != "none" }?.let { "screen $it" },
            (actual["cool_down"] as Int?)?.let { "wait ${Tale.clock(it)}" },
        )
        return parts.joinToString("; ").ifEmpty { "nothing to see" }
    }

    private fun say(vararg lines: String) = lines.forEach { println(MARK + it) }
}
