package org.cleardown.looks.check

import android.graphics.Rect
import android.widget.CompoundButton
import java.util.Locale

/**
 * Whether something is chosen, or on, can be seen: the mark beside the text has 3:1 to its ground (WCAG 2.2, 1.4.11),
 * also where somebody else has set it.
 */
object Marks : Check {
    private const val LEAST = 3.0

    override fun faults(case: Case): List<String> = case.views.filterIsInstance<CompoundButton>().mapNotNull { view ->
        val found = maxOf(
            Contrast.measured(case, view) { Rect(it.left, it.top, it.left + view.compoundPaddingLeft, it.bottom) },
            Contrast.measured(case, view) { Rect(it.right - view.compoundPaddingRight, it.top, it.right, it.bottom) },
        )
        "${view.named()}: its mark has a contrast of %.1f:1, not $LEAST:1".format(Locale.ROOT, found)
            .takeIf { found < LEAST }
    }
}
