package org.cleardown

import android.text.Spannable
import android.text.SpannableString
import android.text.style.TtsSpan
import android.view.View
import android.widget.Button
import android.widget.EditText
import android.widget.TextView

/**
 * This text as a voice should read it: each telephone number digit by digit, with a pause between its
 * groups ("0 3 0 0, 1 2 3"). Null if there is no number in it.
 */
fun CharSequence.spelled(): String? {
    if (!NUMBER.containsMatchIn(this)) return null
    return NUMBER.replace(this) { found ->
        found.value.split(' ', UNBROKEN).joinToString(", ") { group -> group.toList().joinToString(" ") }
    }
}

/** The same for messages, which the phone's own screens read out. */
fun CharSequence.withDigits(): CharSequence {
    val text = SpannableString(this)
    NUMBER.findAll(this).forEach { found ->
        val digits = TtsSpan.DigitsBuilder(found.value.filter(Char::isDigit)).build()
        text.setSpan(digits, found.range.first, found.range.last + 1, Spannable.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
    return text
}

/**
 * Has every telephone number in this view read out digit by digit, and keeps it on one line where it
 * fits. To be called whenever texts have changed.
 */
fun View.spellNumbers() = eachView { if (it is TextView && it !is EditText) it.spellOwnNumbers() }

private fun TextView.spellOwnNumbers() {
    val spelled = text.spelled()
    if (spelled == null && getTag(R.id.spelled) == null) return
    val whole = NUMBER.replace(text) { if (fits(it.value)) it.value.replace(' ', UNBROKEN) else it.value }
    if (whole != text.toString()) text = whole
    contentDescription = spelled
    setTag(R.id.spelled, spelled)
}

/** Whether it fits on a line of its own. If not: better broken between its groups than within one. */
private fun TextView.fits(number: String): Boolean {
    val display = resources.displayMetrics
    val around = (if (this is Button) AROUND_BUTTON_DP else AROUND_TEXT_DP) * display.density
    return paint.measureText(number) < display.widthPixels - around
}

/** What lies beside texts at most: the edges of page and card; with a button, its own edges and icon, too. */
private const val AROUND_TEXT_DP = 72
private const val AROUND_BUTTON_DP = 136

/** A space at which no line ends. */
private const val UNBROKEN = '\u00A0'

/** A telephone number, or a short one that people know by its digits; not "473 numbers" or "300 seconds". */
private val NUMBER = Regex("\\+?\\d(?:[ $UNBROKEN]?\\d){6,}|\\b(?:999|112|101|105|111|159|7726|1800[01])\\b")
