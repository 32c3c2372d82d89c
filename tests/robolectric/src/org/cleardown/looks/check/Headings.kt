package org.cleardown.looks.check

import android.graphics.Typeface
import android.widget.Button
import android.widget.TextView

/** What looks like a heading is one for TalkBack, too; a screen or card has a name when it opens. */
object Headings : Check {
    private const val LARGE_SP = 22

    override fun faults(case: Case): List<String> =
        case.texts.filter { looksLikeHeading(it) && !it.isAccessibilityHeading }
            .map { "${it.named()}: looks like a heading, but TalkBack does not know" } + pane(case)

    private fun looksLikeHeading(view: TextView): Boolean {
        val isBold = view.typeface?.style?.and(Typeface.BOLD) == Typeface.BOLD
        val sp = view.textSize / view.resources.displayMetrics.scaledDensity
        return isBold && sp >= LARGE_SP && view !is Button && view.text.any(Char::isLetter)
    }

    private fun pane(case: Case): List<String> {
        val app = case.sight.root.context.applicationInfo.loadLabel(case.sight.root.context.packageManager)
        val title = case.sight.activity?.title?.takeUnless { it.toString() == app.toString() }
        val hasName = !title.isNullOrBlank() || case.views.any { !it.accessibilityPaneTitle.isNullOrBlank() }
        return if (hasName) emptyList() else listOf("TalkBack does not say which screen has opened")
    }
}
