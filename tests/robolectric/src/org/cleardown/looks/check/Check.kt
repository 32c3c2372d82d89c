package org.cleardown.looks.check

import android.graphics.Color
import android.graphics.Rect
import android.view.View
import android.view.ViewGroup
import android.widget.ScrollView
import android.widget.TextView
import org.cleardown.looks.Look
import org.cleardown.looks.ViewSight
import org.cleardown.phone.shown

/** What is looked at. */
class Case(val sight: ViewSight, val isAlarm: Boolean = true, val look: Look = Look.DAY) {
    /** The page as it is laid out, from top to bottom; nothing that is hidden. */
    val views: List<View> = sight.root.shown()
    val texts: List<TextView> get() = views.filterIsInstance<TextView>().filter { it.text.isNotBlank() }

    /** Everything that can be pressed, switched or filled in. */
    val pressables: List<View> get() = views.filter { it.isClickable && it.isEnabled }
}

/** Something that every screen has to keep to. Gives what is wrong, in words. */
fun interface Check {
    fun faults(case: Case): List<String>
}

/** The view in words, for whoever has to find it. */
fun View.named(): String {
    val id = if (id == View.NO_ID) "" else runCatching { resources.getResourceEntryName(id) }.getOrDefault("")
    val text = (this as? TextView)?.text?.take(SOME)?.let { " “$it”" }.orEmpty()
    return listOf(javaClass.simpleName, id).filter(String::isNotEmpty).joinToString(" ") + text
}

/** Red, green and blue. */
fun channels(colour: Int): List<Int> = listOf(Color.red(colour), Color.green(colour), Color.blue(colour))

/** Where this view lies in [root], in pixels. */
fun View.placeIn(root: View): Rect =
    Rect(scrollX, scrollY, scrollX + width, scrollY + height).also {
        (root as ViewGroup).offsetDescendantRectToMyCoords(this, it)
    }

/** Scrolls whatever it stands in, so that its top is to be seen. */
fun View.bringIntoSight() {
    var at = parent
    while (at is View) {
        if (at is ScrollView) at.scrollTo(0, placeIn(at).top - at.paddingTop)
        at = at.parent
    }
}

private const val SOME = 40
