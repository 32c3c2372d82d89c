package org.cleardown.warning

import android.content.Context
import android.util.AttributeSet
import android.widget.FrameLayout

/** Never higher than [limit] pixels, so that the call's own buttons stay free. */
class LimitedLayout(context: Context, attributes: AttributeSet) : FrameLayout(context, attributes) {
    /** Most height, in pixels. */
    var limit: Int = WarningRoom.locked(context, isLoud = false).height
        set(value) {
            field = value
            requestLayout()
        }

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val given = MeasureSpec.getSize(heightMeasureSpec)
        val isFree = MeasureSpec.getMode(heightMeasureSpec) == MeasureSpec.UNSPECIFIED
        val room = if (isFree) limit else minOf(limit, given)
        super.onMeasure(widthMeasureSpec, MeasureSpec.makeMeasureSpec(room, MeasureSpec.AT_MOST))
    }
}
