package org.cleardown.looks

import android.app.Activity
import android.view.View
import android.view.View.MeasureSpec
import android.view.WindowManager
import android.widget.ScrollView
import org.cleardown.phone.Notice
import org.cleardown.phone.shown
import org.cleardown.phone.texts

/** What a person sees at one moment. */
sealed interface Sight {
    /** Every text, from top to bottom. */
    val texts: List<String>
}

/** A message; how it looks is the phone's affair. */
class MessageSight(val notice: Notice) : Sight {
    override val texts: List<String>
        get() = listOf(notice.title) + notice.lines + notice.actions.map { it.title.toString() }
}

/** Something that the app draws itself: a whole screen, or a card that stands over other apps. */
class ViewSight(val root: View, val activity: Activity? = null, val isCard: Boolean = false) : Sight {
    override val texts: List<String> get() = root.texts()

    /** Pixels for one dp. */
    val density: Float get() = root.resources.displayMetrics.density

    /** The size of the display in pixels. */
    val width: Int get() = root.resources.displayMetrics.widthPixels
    val height: Int get() = root.resources.displayMetrics.heightPixels

    /** Where it begins, in pixels from the top of the display. */
    val y: Float get() = (root.layoutParams as? WindowManager.LayoutParams)?.takeIf { isCard }?.y?.toFloat() ?: 0f

    /** Pixels of the page that come into sight only by scrolling. */
    val hidden: Int
        get() {
            val scroll = root.shown().filterIsInstance<ScrollView>().firstOrNull()?.takeUnless { isCard } ?: return 0
            val inside = scroll.height - scroll.paddingTop - scroll.paddingBottom
            return (scroll.getChildAt(0).height - inside).coerceAtLeast(0)
        }

    /** Lays the page out as if the display were [height] pixels high. */
    fun lay(height: Int = this.height) {
        if (isCard) return
        root.measure(exactly(width), exactly(height))
        root.layout(0, 0, width, height)
    }

    private fun exactly(size: Int) = MeasureSpec.makeMeasureSpec(size, MeasureSpec.EXACTLY)
}
