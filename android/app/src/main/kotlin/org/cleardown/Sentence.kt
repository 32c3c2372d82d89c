package org.cleardown

import android.content.Context
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.engine.FlaggedCall

/** One sentence on a screen; [tag] names what it says, for whoever has to find it there. */
data class Sentence(val tag: String, val text: String)

/** The sentences of these reasons, in the engine's order. */
fun Context.reasons(codes: List<String>): List<Sentence> =
    codes.map { Sentence(it, getString(Words.reason(it))) }

/** What a warning says of the number: first that it can be faked, then whose it is. */
fun Context.shownNumber(
    organisation: String?,
    confidence: String?,
    line: String?,
    number: String? = null,
): List<Sentence> = buildList {
    add(Sentence("can_be_faked", getString(R.string.can_be_faked)))
    val short = Words.shownCode(number)
    if (short != null) add(Sentence("organisation", getString(short, number)))
    if (organisation == null || short != null) return@buildList
    val words = if (confidence == "low") R.string.shows_number_listed_as else R.string.shows_number_of
    add(Sentence("organisation", getString(words, organisation)))
    if (!line.isNullOrBlank()) add(Sentence("line", getString(R.string.shows_line, line)))
}

/** Why this call was flagged. */
fun Context.why(call: FlaggedCall): List<Sentence> =
    shownNumber(call.organisation, call.confidence, call.line, call.number) + reasons(call.reasons)

/** Puts one text view per sentence into this group, made of [layout]; colour 0 leaves the style's. */
fun ViewGroup.show(sentences: List<Sentence>, colour: Int = 0, layout: Int = R.layout.sentence) {
    removeAllViews()
    sentences.forEach { sentence ->
        val view = LayoutInflater.from(context).inflate(layout, this, false) as TextView
        view.text = sentence.text
        view.tag = sentence.tag
        if (colour != 0) view.setTextColor(colour)
        addView(view)
    }
}
