package org.cleardown.alarm

import android.graphics.Rect
import android.view.View

/** Whether all of this view is on the display, without scrolling. */
fun View.isWhollyInSight(): Boolean {
    val seen = Rect()
    return getGlobalVisibleRect(seen) && seen.height() >= height && seen.width() >= width
}
