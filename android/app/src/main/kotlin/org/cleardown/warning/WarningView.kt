package org.cleardown.warning

import android.graphics.Typeface
import android.util.TypedValue
import android.view.View
import android.view.ViewGroup
import android.widget.ScrollView
import android.widget.TextView
import org.cleardown.Level
import org.cleardown.R
import org.cleardown.eachView
import org.cleardown.show
import org.cleardown.spellNumbers
import org.cleardown.wearGround
import org.cleardown.wearIcon

/** Fills the layout of [room], in whatever window it stands. */
fun View.fill(card: WarningCard, room: WarningRoom, showCall: () -> Unit) {
    val level = Level.of(card.alert)
    val ink = context.getColor(level.ink)
    findViewById<LimitedLayout>(R.id.warning).limit = room.height
    findViewById<View>(R.id.band).wearGround(level)
    findViewById<TextView>(R.id.headline).apply {
        text = card.headline(context)
        val size = if (card.isLoud && !room.isTight) R.dimen.text_warning_loud else R.dimen.text_warning
        setTextSize(TypedValue.COMPLEX_UNIT_PX, resources.getDimension(size))
        if (room.isTight) shrinkTo(R.dimen.text_tight_headline)
        wearIcon(level)
    }
    findViewById<ScrollView>(R.id.text).verticalScrollbarThumbDrawable?.mutate()?.setTint(ink)
    val sentences = findViewById<ViewGroup>(R.id.reasons)
    if (room.isTight) {
        sentences.show(card.sentences(context), ink, R.layout.warning_sentence_tight)
        sentences.eachView { if (it is TextView) it.shrinkTo(R.dimen.text_tight) }
    } else {
        sentences.show(card.sentences(context), ink, R.layout.warning_sentence)
    }
    listOf("advice", "rang_emergency").forEach { tag ->
        findViewWithTag<TextView>(tag)?.setTypeface(null, Typeface.BOLD)
    }
    findViewById<View>(R.id.show_call).setOnClickListener { showCall() }
    accessibilityPaneTitle = context.getString(R.string.warning_pane)
    accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
    spellNumbers()
}

/** Type of 200 % would push the second sentence off the card: there it grows less. */
private fun TextView.shrinkTo(largest: Int) {
    val limit = resources.getDimension(largest)
    if (textSize > limit) setTextSize(TypedValue.COMPLEX_UNIT_PX, limit)
}
