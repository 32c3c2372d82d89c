package org.cleardown

import android.view.View
import android.widget.Button
import android.widget.CompoundButton

/** In large type a long word would be broken in the middle beside a button's icon: there the icon goes. */
fun View.giveWordsRoom() = eachView { if (it is Button && it !is CompoundButton) it.dropIconForWords() }

private fun Button.dropIconForWords() {
    val (icon, top, end, bottom) = compoundDrawablesRelative
    if (icon == null || width == 0) return
    val room = width - compoundPaddingLeft - compoundPaddingRight
    if (text.split(' ').any { paint.measureText(it) > room }) setCompoundDrawablesRelative(null, top, end, bottom)
}
