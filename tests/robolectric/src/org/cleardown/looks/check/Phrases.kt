package org.cleardown.looks.check

import org.cleardown.looks.Folders
import org.cleardown.looks.Look
import org.cleardown.looks.Sight
import java.io.File

/** Nothing that is shown says or hints that a caller is who they say they are. */
object Phrases {
    private val english = read("en")
    private val welsh = read("cy")

    /** What must not be there. The lists are in `tests/arch/forbidden`. */
    fun faults(look: Look, sight: Sight): List<String> {
        val forbidden = if (look == Look.WELSH) welsh else english
        return sight.texts.flatMap { text -> found(text, forbidden).map { "“$text” says “$it”" } }
    }

    /** Which of these words or phrases the text has. */
    fun found(text: String, forbidden: List<String>): List<String> =
        forbidden.filter { Regex("\\b${Regex.escape(it)}\\b", RegexOption.IGNORE_CASE).containsMatchIn(text) }

    private fun read(language: String) =
        File(Folders.tests, "arch/forbidden/$language.txt").readLines().filterNot { it.isBlank() || it.startsWith("#") }
}
