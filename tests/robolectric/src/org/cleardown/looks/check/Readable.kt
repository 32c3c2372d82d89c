package org.cleardown.looks.check

import android.text.Layout
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.HorizontalScrollView
import android.widget.ScrollView
import android.widget.TextView

/** No text is cut off, ends in dots, or is wider than its room; nothing sticks out of what it stands in. */
object Readable : Check {
    override fun faults(case: Case): List<String> =
        case.texts.mapNotNull { view -> cut(view)?.let { "${view.named()}: $it" } } +
            case.views.mapNotNull { view -> out(view)?.let { "${view.named()}: $it" } }

    private fun cut(view: TextView): String? {
        if (view is EditText) return null
        val layout = view.layout ?: return "it was not laid out"
        val room = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        val wide = view.width - view.compoundPaddingLeft - view.compoundPaddingRight + 1
        val lines = 0 until layout.lineCount
        return when {
            layout.height > room -> "${layout.height} px of text in $room px"
            lines.any { layout.getEllipsisCount(it) > 0 } -> "it ends in dots"
            lines.any { layout.getLineMax(it) > wide } -> "a word is wider than its room"
            lines.any { breaksWord(view, layout.getLineEnd(it), wide) } -> "a word is broken at the end of a line"
            else -> null
        }
    }

    /** A word that is longer than any line has to be broken: with the largest type there is no other way. */
    private fun breaksWord(view: TextView, end: Int, beside: Int): Boolean {
        // No icon is worth a broken word.
        val wide = if (view is Button) view.width - view.paddingLeft - view.paddingRight else beside
        val text = view.text
        val isInWord = end in 1 until text.length && text[end - 1].isLetterOrDigit() && text[end].isLetterOrDigit()
        if (!isInWord) return false
        val before = text.take(end).takeLastWhile { !it.isWhitespace() }.toString()
        val word = before + text.drop(end).takeWhile { !it.isWhitespace() }
        return Layout.getDesiredWidth(word, view.paint) <= wide
    }

    private fun out(view: View): String? {
        val parent = view.parent as? ViewGroup ?: return null
        if (parent is ScrollView || parent is HorizontalScrollView || parent.width == 0) return null
        val isOut = view.left < 0 || view.right > parent.width || view.top < 0 || view.bottom > parent.height
        return "it sticks out of ${parent.named()}".takeIf { isOut }
    }
}
