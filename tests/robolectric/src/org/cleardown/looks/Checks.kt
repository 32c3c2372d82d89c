package org.cleardown.looks

import org.cleardown.looks.check.Case
import org.cleardown.looks.check.Check
import org.cleardown.looks.check.Contrast
import org.cleardown.looks.check.Digits
import org.cleardown.looks.check.EdgeToEdge
import org.cleardown.looks.check.FirstThings
import org.cleardown.looks.check.Focus
import org.cleardown.looks.check.Headings
import org.cleardown.looks.check.Labels
import org.cleardown.looks.check.Levels
import org.cleardown.looks.check.Marks
import org.cleardown.looks.check.Mirrored
import org.cleardown.looks.check.Order
import org.cleardown.looks.check.Phrases
import org.cleardown.looks.check.Readable
import org.cleardown.looks.check.Targets

/** Everything that is asked of a screen besides its looks. */
object Checks {
    private val all: Map<String, Check> = mapOf(
        "readable" to Readable,
        "targets" to Targets,
        "labels" to Labels,
        "order" to Order,
        "headings" to Headings,
        "contrast" to Contrast,
        "marks" to Marks,
        "levels" to Levels,
        "focus" to Focus,
        "mirrored" to Mirrored,
        "edge to edge" to EdgeToEdge,
        "digits" to Digits,
        "first things" to FirstThings,
    )

    /** What is wrong with what is to be seen. */
    fun faults(entry: Entry, look: Look, sight: Sight): List<String> {
        val phrases = Phrases.faults(look, sight).map { "phrases: $it" }
        if (sight !is ViewSight) return phrases
        val case = Case(sight, entry.isAlarm, look)
        return phrases + all.flatMap { (name, check) -> check.faults(case).map { "$name: $it" } }
    }
}
