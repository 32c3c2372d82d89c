package org.cleardown.demo

import android.app.Notification
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.text.Layout
import android.text.StaticLayout
import android.text.TextPaint
import org.cleardown.phone.Notice
import org.cleardown.robo.WallClock

/** A notification as a plain card, opened out: its own words, the look only like that of the phone. */
class MessageCard(notice: Notice) {
    private val parts: List<Layout> = listOf(
        lay("Notification · Cleardown${clock(notice.notification)}", Sketch.text(36f, SOFT)),
        lay(notice.title, Sketch.text(46f, INK, isBold = true)),
        lay(notice.lines.joinToString("\n"), Sketch.text(42f, INK)),
    ) + notice.actions.map { lay(it.title.toString(), Sketch.text(44f, PRESS, isBold = true)) }

    /** Pixels. */
    val height: Int = parts.sumOf { it.height + GAP } + 2 * EDGE + 2 * INSIDE - GAP

    /** Draws it at the top of [canvas]. */
    fun draw(canvas: Canvas) {
        canvas.drawColor(GROUND)
        val card = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = Color.WHITE }
        val edge = EDGE.toFloat()
        canvas.drawRoundRect(edge, edge, Shot.WIDTH - edge, height - edge, ROUND, ROUND, card)
        canvas.translate((EDGE + INSIDE).toFloat(), (EDGE + INSIDE).toFloat())
        parts.forEach { part ->
            part.draw(canvas)
            canvas.translate(0f, (part.height + GAP).toFloat())
        }
    }

    private fun lay(text: String, paint: TextPaint): Layout =
        StaticLayout.Builder.obtain(
            text,
            0,
            text.length,
            paint,
            Shot.WIDTH - 2 * (EDGE + INSIDE)
        ).setLineSpacing(0f, 1.1f).build()

    /** The clock that runs down in the message, where it has one. */
    private fun clock(notification: Notification): String {
        if (!notification.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER)) return ""
        val seconds = ((notification.`when` - WallClock.currentTimeMillis()) / 1000).coerceAtLeast(0)
        return " · %d:%02d".format(seconds / 60, seconds % 60)
    }

    private companion object {
        const val EDGE = 36
        const val INSIDE = 48
        const val GAP = 22
        const val ROUND = 60f
        val GROUND = Color.rgb(200, 205, 212)
        val INK = Color.rgb(27, 28, 30)
        val SOFT = Color.rgb(67, 70, 75)
        val PRESS = Color.rgb(11, 74, 125)
    }
}
