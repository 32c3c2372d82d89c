package org.cleardown.looks.check

import android.graphics.Insets
import android.graphics.Rect
import android.view.View
import android.view.WindowInsets
import android.widget.EditText
import android.widget.ScrollView

/**
 * The page is drawn under the system's bars, the camera hole and the keyboard; what is on it is not. Scrolled to
 * its ends, everything can be seen between them.
 */
object EdgeToEdge : Check {
    private const val STATUS = 40
    private const val NAVIGATION = 48
    private const val HOLE = 36
    private const val KEYBOARD = 200

    override fun faults(case: Case): List<String> {
        if (case.sight.isCard || case.sight.activity == null) return emptyList()
        val hasField = case.views.any { it is EditText }
        val bottom = if (hasField) KEYBOARD else NAVIGATION
        dispatch(case, Insets.of(HOLE, STATUS, HOLE, bottom))
        val room = Rect(HOLE, STATUS, case.sight.width - HOLE, case.sight.height - bottom)
        val scroll = case.views.filterIsInstance<ScrollView>().firstOrNull()
        scroll?.scrollTo(0, 0)
        val faults = atTop(case, room) + atBottom(case, scroll, room)
        scroll?.scrollTo(0, 0)
        dispatch(case, Insets.NONE)
        return faults
    }

    private fun atTop(case: Case, room: Rect) = leaves(case).mapNotNull { view ->
        val place = view.placeIn(case.sight.root)
        "${view.named()}: lies under the edge of the display".takeIf {
            place.left < room.left || place.right > room.right || place.top < room.top
        }
    }

    private fun atBottom(case: Case, scroll: ScrollView?, room: Rect): List<String> {
        scroll?.scrollTo(0, Int.MAX_VALUE / 2)
        val last = leaves(case).lastOrNull() ?: return emptyList()
        val bottom = last.placeIn(case.sight.root).bottom
        val fault = "${last.named()}: lies under the bar or keyboard below"
        return listOf(fault).filter { bottom > room.bottom }
    }

    private fun leaves(case: Case): List<View> = (case.texts + case.pressables).distinct()

    /** As Android does it from 11 on: what the page gets is bars, hole and keyboard together. */
    private fun dispatch(case: Case, edges: Insets) {
        @Suppress("DEPRECATION")
        val insets = WindowInsets.Builder().setSystemWindowInsets(edges)
            .setInsets(WindowInsets.Type.statusBars(), Insets.of(0, edges.top, 0, 0))
            .setInsets(WindowInsets.Type.navigationBars(), Insets.of(edges.left, 0, edges.right, edges.bottom))
            .build()
        case.sight.root.dispatchApplyWindowInsets(insets)
        case.sight.lay()
    }
}
