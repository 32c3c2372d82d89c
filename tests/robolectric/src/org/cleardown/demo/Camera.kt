package org.cleardown.demo

import android.app.Activity
import android.app.Notification
import android.app.NotificationManager
import android.graphics.Canvas
import android.view.View
import android.view.View.MeasureSpec
import android.view.WindowManager
import android.widget.ScrollView
import org.cleardown.phone.Notice
import org.cleardown.phone.Phone
import org.cleardown.phone.shown
import org.cleardown.phone.texts
import org.cleardown.warning.LockedWarningActivity

/** Takes pictures of everything that came up on the phone, each thing once in a step. */
class Camera(private val phone: Phone) {
    private val manager = phone.app.getSystemService(NotificationManager::class.java)
    private val windows = mutableSetOf<View>()
    private val notices = mutableSetOf<Notification>()
    private val screens = mutableSetOf<Activity>()

    /** What came up since the last look. */
    fun look(): List<Shot> {
        val fresh = phone.screens.front?.takeIf { phone.screens.isFresh(it) && screens.add(it) }
        val messages = phone.notices.fresh.filter { notices.add(it.notification) }
        return listOfNotNull(fresh?.let(::screen)) +
            phone.windows.overlays.filter(windows::add).map(::window) +
            messages.map(::message)
    }

    /** A step is over. */
    fun nextStep() = screens.clear()

    /** The whole of a screen; below a dashed line what comes into sight by scrolling. */
    fun screen(kind: String, caption: String, activity: Activity): Shot {
        val page = activity.window.decorView
        val hidden = hidden(page)
        val note = if (hidden > 0) ". Below the dashed line: after scrolling" else ""
        return Shot(kind, caption + note, alt(caption, page), Shot.HEIGHT + hidden) { canvas ->
            drawIn(page, Shot.HEIGHT + hidden, canvas)
            if (hidden > 0) Sketch.fold(canvas, Shot.HEIGHT.toFloat())
        }
    }

    private fun screen(activity: Activity): Shot =
        if (activity is LockedWarningActivity) locked(activity) else screen("screen", "Screen", activity)

    private fun locked(activity: Activity): Shot {
        val card = activity.window.decorView
        val caption = "Locked phone: the warning at the top, the call below"
        return Shot("locked", caption, alt(caption, card), Shot.HEIGHT) { canvas ->
            Sketch.call(canvas, "Locked")
            card.draw(canvas)
        }
    }

    private fun window(card: View): Shot {
        val caption = "Phone in use: a window over the call"
        return Shot("window", caption, alt(caption, card), Shot.HEIGHT) { canvas ->
            Sketch.call(canvas, "")
            canvas.translate(0f, (card.layoutParams as WindowManager.LayoutParams).y.toFloat())
            card.draw(canvas)
        }
    }

    private fun message(notice: Notice): Shot {
        val caption = if (notice.isHeadsUp(manager)) "Notification, comes up by itself" else "Notification"
        val card = MessageCard(notice)
        val alt = sentences(listOf(caption, notice.title) + notice.lines + notice.actions.map { it.title.toString() })
        return Shot("message", caption, alt, card.height, card::draw)
    }

    private fun hidden(page: View): Int {
        val scroll = page.shown().filterIsInstance<ScrollView>().firstOrNull() ?: return 0
        val inside = scroll.height - scroll.paddingTop - scroll.paddingBottom
        return (scroll.getChildAt(0).height - inside).coerceAtLeast(0)
    }

    private fun drawIn(page: View, height: Int, canvas: Canvas) {
        lay(page, height)
        page.draw(canvas)
        lay(page, Shot.HEIGHT)
    }

    private fun lay(page: View, height: Int) {
        page.measure(exactly(Shot.WIDTH), exactly(height))
        page.layout(0, 0, Shot.WIDTH, height)
    }

    private fun exactly(size: Int) = MeasureSpec.makeMeasureSpec(size, MeasureSpec.EXACTLY)

    private fun alt(caption: String, view: View) = sentences(listOf(caption) + view.texts())

    private fun sentences(texts: List<String>) = texts.joinToString(" ") { if (it.last() in ".?!") it else "$it." }
}
