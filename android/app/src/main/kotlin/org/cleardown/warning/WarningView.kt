package org.cleardown.warning

import android.content.res.ColorStateList
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Words
import org.cleardown.show

/** Fills the layout `warning_card`, in whatever window it stands. */
fun View.fill(card: WarningCard, showCall: () -> Unit) {
    val (ground, ink) = Words.colours(card.alert)
    val colour = context.getColor(ink)
    findViewById<View>(R.id.band).backgroundTintList = ColorStateList.valueOf(context.getColor(ground))
    findViewById<TextView>(R.id.headline).apply {
        text = card.headline(context)
        setTextColor(colour)
    }
    findViewById<ViewGroup>(R.id.reasons).show(card.sentences(context), colour)
    findViewById<View>(R.id.show_call).setOnClickListener { showCall() }
    accessibilityPaneTitle = context.getString(R.string.warning_pane)
    accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
}
