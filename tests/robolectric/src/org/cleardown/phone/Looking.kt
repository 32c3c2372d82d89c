package org.cleardown.phone

import android.view.View
import android.view.ViewGroup
import android.widget.TextView

/** Every text that can be read in this view, from top to bottom. */
fun View.texts(): List<String> = shown().filterIsInstance<TextView>().map {
    it.text.toString()
}.filter(String::isNotBlank)

/** This view and all in it, without what is hidden. */
fun View.shown(): List<View> = when {
    visibility != View.VISIBLE -> emptyList()
    this is ViewGroup -> listOf(this) + (0 until childCount).flatMap { getChildAt(it).shown() }
    else -> listOf(this)
}

/** The view with this id, if it can be seen. */
fun View.see(id: Int): View? = shown().firstOrNull { it.id == id }

/** The text in the view with this id, if it can be seen. */
fun View.read(id: Int): String? = (see(id) as? TextView)?.text?.toString()
