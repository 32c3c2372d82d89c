package org.cleardown.demo

import android.graphics.Canvas
import android.graphics.Color
import android.graphics.DashPathEffect
import android.graphics.Paint
import android.graphics.Typeface
import android.text.TextPaint

/** What other apps would draw: a plain stand-in for the phone's own call screen. */
object Sketch {
    private val GROUND = Color.rgb(38, 44, 52)
    private val REFUSE = Color.rgb(178, 38, 30)
    private val TAKE = Color.rgb(28, 122, 62)
    private const val MIDDLE = Shot.WIDTH / 2f

    /** The call screen, with [state] as a small line at its foot. */
    fun call(canvas: Canvas, state: String) {
        canvas.drawColor(GROUND)
        val ink = text(54f, Color.WHITE).apply { textAlign = Paint.Align.CENTER }
        canvas.drawText("Incoming call", MIDDLE, 1120f, ink)
        canvas.drawText(
            "(the phone’s own call screen)",
            MIDDLE,
            1200f,
            text(40f, Color.LTGRAY).apply {
                textAlign =
                    Paint.Align.CENTER
            }
        )
        button(canvas, 270f, REFUSE, "Decline", ink)
        button(canvas, 810f, TAKE, "Answer", ink)
        canvas.drawText(state, MIDDLE, 2260f, text(40f, Color.LTGRAY).apply { textAlign = Paint.Align.CENTER })
    }

    /** The edge of the display. */
    fun fold(canvas: Canvas, y: Float) {
        val line = Paint().apply {
            color = Color.rgb(150, 30, 90)
            strokeWidth = 6f
            style = Paint.Style.STROKE
            pathEffect = DashPathEffect(floatArrayOf(24f, 18f), 0f)
        }
        val below = y + line.strokeWidth / 2
        canvas.drawLine(0f, below, canvas.width.toFloat(), below, line)
    }

    /** A paint for text. */
    fun text(size: Float, colour: Int, isBold: Boolean = false) = TextPaint(Paint.ANTI_ALIAS_FLAG).apply {
        textSize = size
        color = colour
        typeface = if (isBold) Typeface.DEFAULT_BOLD else Typeface.DEFAULT
    }

    private fun button(canvas: Canvas, x: Float, colour: Int, label: String, ink: Paint) {
        canvas.drawCircle(x, 1880f, 110f, Paint(Paint.ANTI_ALIAS_FLAG).apply { color = colour })
        canvas.drawText(label, x, 2070f, ink)
    }
}
