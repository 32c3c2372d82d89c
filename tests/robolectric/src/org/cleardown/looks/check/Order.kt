package org.cleardown.looks.check

import android.graphics.Rect
import android.view.View
import android.widget.ScrollView

/** TalkBack and the keyboard go through the page as the eye does: first the headline, then from top to bottom. */
object Order : Check {
    override fun faults(case: Case): List<String> {
        // As long as the page is: what is pinned to its foot then stands below all the rest.
        case.sight.lay(case.sight.height + case.sight.hidden)
        return (upwards(case) + first(case)).also { case.sight.lay() }
    }

    private fun upwards(case: Case): List<String> =
        case.texts.zipWithNext().mapNotNull { (one, next) ->
            val above = place(one, case)
            val below = place(next, case)
            val isBeside = below.left >= above.right || below.right <= above.left
            "${next.named()} is read after ${one.named()}, but stands above it"
                .takeIf { below.top < above.top && !(isBeside && below.bottom > above.top) }
        }

    /** What a small window scrolls out of sight counts as lying at its end. */
    private fun place(view: View, case: Case): Rect {
        val place = view.placeIn(case.sight.root)
        val window = case.views.filterIsInstance<ScrollView>().firstOrNull { case.sight.isCard } ?: return place
        val end = window.placeIn(case.sight.root).bottom
        return Rect(place.left, minOf(place.top, end), place.right, minOf(place.bottom, end))
    }

    /** Before the headline there is one short line at most, such as "Step 2 of 6". */
    private fun first(case: Case): List<String> {
        val begin = case.texts.take(2)
        if (begin.any(View::isAccessibilityHeading)) return emptyList()
        return listOf("it does not begin with a heading: ${begin.joinToString { it.named() }}")
    }
}
