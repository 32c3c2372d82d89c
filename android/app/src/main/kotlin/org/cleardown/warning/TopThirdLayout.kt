package org.cleardown.warning

import android.content.Context
import android.util.AttributeSet
import android.widget.FrameLayout

/** Never higher than a third of the display, so that the call's own buttons stay free. */
class TopThirdLayout(context: Context, attributes: AttributeSet) : FrameLayout(context, attributes) {
    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val third = resources.displayMetrics.heightPixels / 3
        val given = MeasureSpec.getSize(heightMeasureSpec)
        val room = if (MeasureSpec.getMode(heightMeasureSpec) == MeasureSpec.UNSPECIFIED) third else minOf(third, given)
        super.onMeasure(widthMeasureSpec, MeasureSpec.makeMeasureSpec(room, MeasureSpec.AT_MOST))
    }
}
