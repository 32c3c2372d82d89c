package org.cleardown.looks

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import org.cleardown.demo.MessageCard
import org.cleardown.demo.Shot
import org.cleardown.demo.Sketch

/** Draws what is to be seen. */
object Painter {
    private val CALL_SCREEN = Color.rgb(38, 44, 52)

    /** The whole page, [scale] pixels for one of the display; a card stands over a sketch of the call screen. */
    fun paint(sight: Sight, scale: Float): Bitmap = when (sight) {
        is MessageSight -> message(MessageCard(sight.notice), scale)
        is ViewSight -> view(sight, scale)
    }

    private fun view(sight: ViewSight, scale: Float): Bitmap {
        val height = sight.height + sight.hidden
        sight.lay(height)
        return bitmap(sight.width, height, scale) { canvas ->
            if (sight.isCard) behind(sight, canvas)
            canvas.translate(0f, sight.y)
            sight.root.draw(canvas)
        }.also { sight.lay() }
    }

    /** The sketch fits an upright display of the usual form only. */
    private fun behind(sight: ViewSight, canvas: Canvas) {
        canvas.drawColor(CALL_SCREEN)
        if (sight.width > sight.height) return
        canvas.save()
        canvas.scale(sight.width / Shot.WIDTH.toFloat(), sight.height / Shot.HEIGHT.toFloat())
        Sketch.call(canvas, "")
        canvas.restore()
    }

    private fun message(card: MessageCard, scale: Float): Bitmap =
        bitmap(Shot.WIDTH, card.height, scale / MESSAGE_DENSITY) { card.draw(it) }

    private fun bitmap(width: Int, height: Int, scale: Float, draw: (Canvas) -> Unit): Bitmap {
        val made = Bitmap.createBitmap((width * scale).toInt(), (height * scale).toInt(), Bitmap.Config.ARGB_8888)
        draw(Canvas(made).apply { scale(scale, scale) })
        return made
    }

    private const val MESSAGE_DENSITY = 3f
}
