package org.cleardown.warning

import android.content.Context
import android.graphics.PixelFormat
import android.view.ContextThemeWrapper
import android.view.Gravity
import android.view.LayoutInflater
import android.view.View
import android.view.WindowManager
import android.view.WindowManager.LayoutParams
import org.cleardown.R

/** The window over the ringing call, between its strip at the top and its buttons below. For the main thread. */
class Overlay(private val app: Context) {
    private var window: View? = null

    /** Whether the window is on the display. */
    val isUp: Boolean get() = window?.isAttachedToWindow == true

    /** Puts the card up in place of the one before. Throws if the phone does not let us. */
    fun show(card: WarningCard, showCall: () -> Unit) {
        hide()
        val themed = ContextThemeWrapper(app, R.style.Cleardown)
        val room = WarningRoom.inUse(themed, card.isLoud)
        val view = LayoutInflater.from(themed).inflate(room.layout, null)
        view.fill(card, room, showCall)
        windows().addView(view, place(room))
        window = view
    }

    /** Takes the card away. */
    fun hide() {
        val view = window ?: return
        window = null
        windows().removeViewImmediate(view)
    }

    /** Not focusable: keys and touches outside the card go to the call. */
    private fun place(room: WarningRoom) = LayoutParams(
        LayoutParams.MATCH_PARENT,
        LayoutParams.WRAP_CONTENT,
        LayoutParams.TYPE_APPLICATION_OVERLAY,
        LayoutParams.FLAG_NOT_FOCUSABLE or LayoutParams.FLAG_NOT_TOUCH_MODAL,
        PixelFormat.TRANSLUCENT,
    ).apply {
        gravity = Gravity.TOP
        y = room.top
    }

    private fun windows() = app.getSystemService(WindowManager::class.java)
}
