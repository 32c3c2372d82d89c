package org.cleardown.looks.check

import android.R.attr.state_enabled
import android.R.attr.state_focused
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.widget.CompoundButton

/** The keyboard and a switch reach everything that can be pressed, and it shows where they are. */
object Focus : Check {
    override fun faults(case: Case): List<String> {
        val reached = arrayListOf<View>()
        case.sight.root.addFocusables(reached, View.FOCUS_FORWARD, View.FOCUSABLES_ALL)
        return case.pressables.mapNotNull { view ->
            when {
                !view.isFocusable -> "${view.named()}: cannot be focused"
                view !in reached -> "${view.named()}: the keyboard does not reach it"
                !shows(view) -> "${view.named()}: nothing shows that it has the focus"
                else -> null
            }
        }
    }

    /** Android itself shows the focus of switches and radio buttons. */
    private fun shows(view: View): Boolean =
        view is CompoundButton || !drawn(view, focused = true).sameAs(drawn(view, focused = false))

    private fun drawn(view: View, focused: Boolean): Bitmap {
        val (width, height) = listOf(view.width, view.height).map { it.coerceAtLeast(1) }
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888)
        val kind = view.background?.constantState ?: return bitmap
        val ground = kind.newDrawable(view.resources, view.context.theme).mutate()
        ground.state = if (focused) intArrayOf(state_enabled, state_focused) else intArrayOf(state_enabled)
        ground.jumpToCurrentState()
        ground.setBounds(0, 0, width, height)
        ground.draw(Canvas(bitmap))
        return bitmap
    }
}
