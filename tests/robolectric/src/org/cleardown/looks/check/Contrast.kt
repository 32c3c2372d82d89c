package org.cleardown.looks.check

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Rect
import android.widget.TextView
import java.util.Locale

/** Text stands out from its ground, by the pixels that are drawn: 7:1 everywhere, which is AAA of WCAG 2.2. */
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

    private fun texts(case: Case): List<String> = case.texts.filter { it.isEnabled }.mapNotNull { view ->
        val found = measured(view, case)
        "${view.named()}: contrast %.1f:1, not $LEAST:1".format(Locale.ROOT, found).takeIf { found < LEAST }
    }

    /** The contrast of the ink farthest from the ground to the ground, as the view is drawn in its window. */
    private fun measured(view: TextView, case: Case): Double {
        val pixels = pixels(view, case)
        val ground = pixels.groupingBy { it }.eachCount().maxBy { it.value }.key
        return pixels.distinct().maxOf { ratio(it, ground) }
    }

    private fun pixels(view: TextView, case: Case): List<Int> {
        view.bringIntoSight()
        val place = view.placeIn(case.sight.root)
        val text = Rect(
            place.left + view.compoundPaddingLeft,
            place.top + view.compoundPaddingTop,
            place.right - view.compoundPaddingRight,
            minOf(place.bottom - view.compoundPaddingBottom, place.top + view.compoundPaddingTop + MOST),
        )
        val width = (text.width() * ZOOM).toInt().coerceAtLeast(1)
        val height = (text.height() * ZOOM).toInt().coerceAtLeast(1)
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888)
        Canvas(bitmap).apply {
            scale(ZOOM, ZOOM)
            translate(-text.left.toFloat(), -text.top.toFloat())
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
