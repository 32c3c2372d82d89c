package org.cleardown.demo

import org.cleardown.story.Story
import java.io.File

/** All stories so far; each one that ends writes the page anew. */
object Album {
    private val boards = mutableListOf<Board>()

    /** Where the page and its pictures go. Made, and emptied of an earlier demonstration, when first asked for. */
    val folder: File by lazy {
        File(System.getProperty("cleardown.out") ?: "target/demo").absoluteFile.apply {
            mkdirs()
            listFiles { file -> file.extension == "png" }.orEmpty().forEach(File::delete)
        }
    }

    /** The page. */
    val page: File get() = File(folder, "index.html")

    /** The board for one more story. */
    fun begin(story: Story): Board = Board(story, boards.size + 1).also { boards += it }

    /** Writes the page. */
    fun write() = page.writeText(Page(boards).html())
}
