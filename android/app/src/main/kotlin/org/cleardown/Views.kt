package org.cleardown

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.view.View
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

/** An intent for one of our own screens. */
inline fun <reified A : Activity> Context.screen(): Intent = Intent(this, A::class.java)
