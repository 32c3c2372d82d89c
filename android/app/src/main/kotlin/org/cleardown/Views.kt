package org.cleardown

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import org.cleardown.aftercall.ring

/** Runs [act] when the button [id] is pressed. */
fun Activity.onPress(id: Int, act: () -> Unit) = findViewById<View>(id).setOnClickListener { act() }

/** Opens the keypad with [number], by text relay if the person rings that way, when the button [id] is pressed. */
fun Activity.onPressRing(id: Int, number: String) = onPress(id) { ring(number) }

/** Shows [text] in the view [id], or hides the view if there is none. */
fun Activity.say(id: Int, text: CharSequence?) {
    findViewById<TextView>(id).text = text
    showIf(id, text != null)
}

/** Shows or hides the view [id]. */
fun Activity.showIf(id: Int, shown: Boolean) {
    findViewById<View>(id).visibility = if (shown) View.VISIBLE else View.GONE
}

/** Fills the group [id] with a button for each of [entries], made of [layout]; [number] gives its tag. */
fun <T> Activity.showButtons(id: Int, layout: Int, entries: List<T>, number: (T) -> String, fill: Button.(T) -> Unit) {
    val group = findViewById<ViewGroup>(id)
    val shown = List(group.childCount) { group.getChildAt(it).tag }
    // Whoever is on such a button with a finger or a voice stays there.
    if (shown == entries.map(number)) return
    group.removeAllViews()
    entries.forEach { entry ->
        val button = LayoutInflater.from(this).inflate(layout, group, false) as Button
        button.tag = number(entry)
        button.fill(entry)
        group.addView(button)
    }
}

/** Does [act] with this view, and with all that is in it. */
fun View.eachView(act: (View) -> Unit) {
    act(this)
    if (this is ViewGroup) for (at in 0 until childCount) getChildAt(at).eachView(act)
}

/** An intent for one of our own screens. */
inline fun <reified A : Activity> Context.screen(): Intent = Intent(this, A::class.java)
