package org.cleardown.looks.check

import android.view.Gravity
import android.view.View
import android.widget.TextView
import org.cleardown.looks.Look

/** From right to left everything is the other way round: texts begin at the right, icons stand there. */
object Mirrored : Check {
    override fun faults(case: Case): List<String> {
        if (case.look != Look.RIGHT_TO_LEFT) return emptyList()
        return case.views.filter { it.layoutDirection != View.LAYOUT_DIRECTION_RTL }
            .map { "${it.named()}: is not laid out from right to left" } +
            case.texts.filter(::beginsLeft).map { "${it.named()}: its text begins at the left" } +
            case.texts.filter { staysLeft(it) }
                .map { "${it.named()}: its icon stays at the left" }
    }

    private fun staysLeft(view: TextView): Boolean {
        val first = view.compoundDrawablesRelative[FIRST] ?: return false
        return view.compoundDrawables[FIRST] === first
    }

    private fun beginsLeft(view: TextView): Boolean {
        val layout = view.layout ?: return false
        val isCentred = view.gravity and Gravity.HORIZONTAL_GRAVITY_MASK == Gravity.CENTER_HORIZONTAL
        val last = layout.lineCount - 1
        return !isCentred && layout.getLineLeft(last) + 1 < layout.width - layout.getLineRight(last)
    }

    /** The left one, and the one where the text begins. */
    private const val FIRST = 0
}
