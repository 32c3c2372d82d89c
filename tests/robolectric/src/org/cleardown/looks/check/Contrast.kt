package org.cleardown.looks.check

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Rect
import android.view.View
import android.widget.TextView
import java.util.Locale

/**
 * Text stands out from its ground, by the pixels that are drawn: 7:1 everywhere, which is AAA of WCAG 2.2. Also
 * where it cannot be pressed: what somebody else has set still says what holds.
 */
object Contrast : Check {
    private const val LEAST = 7.0

    /** Drawn this much larger, so that strokes are wide enough to have their full colour. */
    private const val ZOOM = 2f

    override fun faults(case: Case): List<String> {
        // Where it goes on, a text fades towards the edge: it is read when it is scrolled away from there.
        val fading = case.views.filter { it.isVerticalFadingEdgeEnabled }
        fading.forEach { it.isVerticalFadingEdgeEnabled = false }
        return texts(case).also { fading.forEach { it.isVerticalFadingEdgeEnabled = true } }
    }

    private fun texts(case: Case): List<String> = case.texts.mapNotNull { view ->
        val found = measured(case, view, ZOOM) { textIn(view, it) }
        "${view.named()}: contrast %.1f:1, not $LEAST:1".format(Locale.ROOT, found).takeIf { found < LEAST }
    }

    private fun textIn(view: TextView, place: Rect) = Rect(
        place.left + view.compoundPaddingLeft,
        place.top + view.compoundPaddingTop,
        place.right - view.compoundPaddingRight,
        minOf(place.bottom - view.compoundPaddingBottom, place.top + view.compoundPaddingTop + MOST),
    )

    /**
     * The contrast of the ink farthest from the ground to the ground, in a [part] of the view's place, as the view
     * is drawn in its window.
     */
    fun measured(case: Case, view: View, zoom: Float = 1f, part: (Rect) -> Rect): Double {
        view.bringIntoSight()
        val pixels = pixels(part(view.placeIn(case.sight.root)), case, zoom)
        val ground = pixels.groupingBy { it }.eachCount().maxBy { it.value }.key
        return pixels.distinct().maxOf { ratio(it, ground) }
    }

    private fun pixels(part: Rect, case: Case, zoom: Float): List<Int> {
        val width = (part.width() * zoom).toInt().coerceAtLeast(1)
        val height = (part.height() * zoom).toInt().coerceAtLeast(1)
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888)
        Canvas(bitmap).apply {
            scale(zoom, zoom)
            translate(-part.left.toFloat(), -part.top.toFloat())
            case.sight.root.draw(this)
        }
        return IntArray(width * height).also { bitmap.getPixels(it, 0, width, 0, 0, width, height) }.toList()
    }

    /** WCAG's contrast ratio. */
    fun ratio(one: Int, other: Int): Double {
        val (dark, light) = listOf(luminance(one), luminance(other)).sorted()
        return (light + 0.05) / (dark + 0.05)
    }

    private fun luminance(colour: Int): Double = Color.luminance(colour).toDouble()

    private const val MOST = 40
}
