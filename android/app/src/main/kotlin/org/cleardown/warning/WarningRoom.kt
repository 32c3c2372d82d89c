package org.cleardown.warning

import android.content.Context
import android.content.res.Configuration
import org.cleardown.R

/**
 * How much of the display a warning may take. Answer and decline are below it on every phone's full
 * screen for calls, and in a strip at the very top while the phone is in use.
 *
 * @property top where the card begins, in pixels below the system's bar at the top.
 * @property height most of the display that the card may take, in pixels.
 * @property isTight a small display, or large type: the card does without what is not needed.
 */
data class WarningRoom(val top: Int, val height: Int, val isTight: Boolean) {
    /** The card that fits. */
    val layout: Int get() = if (isTight) R.layout.warning_card_tight else R.layout.warning_card

    companion object {
        /** Over a phone in use: below the strip at the top, with which the phone itself tells of the call. */
        fun inUse(context: Context, isLoud: Boolean): WarningRoom {
            val display = context.resources.displayMetrics
            val isWide = context.resources.configuration.orientation == Configuration.ORIENTATION_LANDSCAPE
            val strip = minOf(display.heightPixels * STRIP, STRIP_DP * display.density)
            val top = if (isWide) 0 else strip.toInt()
            val bar = (BAR_DP * display.density).toInt()
            return room(context, top) { isBig -> (display.heightPixels * if (isBig || isLoud) LOUD_END else END) - bar }
        }

        /** On a locked phone, from the very top. */
        fun locked(context: Context, isLoud: Boolean): WarningRoom {
            val height = context.resources.displayMetrics.heightPixels
            return room(context, top = 0) { isBig -> height * if (isBig || isLoud) LOCKED_LOUD else LOCKED }
        }

        /** Where the card would be too small for what matters most, it may go as far down as the loudest one. */
        private fun room(context: Context, top: Int, end: (isBig: Boolean) -> Float): WarningRoom {
            val resources = context.resources
            val needed = NEEDED_DP * resources.displayMetrics.density * resources.configuration.fontScale
            val isTight = end(false) - top < needed
            return WarningRoom(top, end(isTight).toInt() - top, isTight)
        }

        /** The strip with which a phone in use tells of a call: part of the display, and at most so many dp. */
        private const val STRIP = 0.22f
        private const val STRIP_DP = 150f

        /** The system's bar above both, which the window is moved down by. */
        private const val BAR_DP = 32f

        /** Where the card ends at the latest, and the bigger one, as parts of the display. */
        private const val END = 0.6f
        private const val LOUD_END = 2 / 3f
        private const val LOCKED = 0.4f
        private const val LOCKED_LOUD = 0.5f

        /** What headline, three sentences and button take with type of the usual size. */
        private const val NEEDED_DP = 215f
    }
}
