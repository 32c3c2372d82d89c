package org.cleardown

import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.CompoundButton

/** In large type a long word would be broken in the middle beside a button's icon: there the icon goes. */
fun View.giveWordsRoom() {
    when (this) {
        is ViewGroup -> for (at in 0 until childCount) getChildAt(at).giveWordsRoom()
        is CompoundButton -> Unit
        is Button -> dropIconForWords()
    }
}

private fun Button.dropIconForWords() {
    val (icon, top, end, bottom) = compoundDrawablesRelative
    if (icon == null || width == 0) return
    val room = width - compoundPaddingLeft - compoundPaddingRight
    if (text.split(' ').any { paint.measureText(it) > room }) setCompoundDrawablesRelative(null, top, end, bottom)
}
