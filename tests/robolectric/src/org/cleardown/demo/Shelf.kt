package org.cleardown.demo

import java.io.File

/** Puts aside which pictures of the demonstration an app store shows: 1.png and so on, in the folder `store`. */
object Shelf {
    private const val STORY = "seed-000"

    /** In the store's order: the scene of the story, counted from 1, and the kind of picture. */
    private val chosen = listOf(1 to "window", 1 to "locked", 2 to "screen", 5 to "screen", 1 to "home")

    /** Keeps [shot], which belongs to the scene that [board] is about to get, if it is one of the chosen. */
    fun offer(shot: Shot, board: Board, folder: File) {
        if (!board.story.name.startsWith(STORY)) return
        val place = chosen.indexOf(board.scenes.size + 1 to shot.kind)
        if (place < 0) return
        val store = File(folder, "store").apply(File::mkdirs)
        shot.saveFirstView(File(store, "${place + 1}.png"))
    }
}
