package org.cleardown.looks.check

import android.text.Spanned
import android.text.style.TtsSpan
import android.widget.EditText
import android.widget.TextView

/** TalkBack reads telephone numbers digit by digit, and they stand in groups. */
object Digits : Check {
    private const val SPACE = "[ \u00A0]?"
    private val NUMBER = Regex("""\+?\d(?:$SPACE\d){6,}|\b(?:999|112|101|105|111|159|7726|18000)\b""")
    private val UNGROUPED = Regex("""\d{7,}""")
    private val RUN = Regex("""\d\d\d""")

    override fun faults(case: Case): List<String> =
        case.texts.filterNot { it is EditText }.flatMap { view -> unspoken(view) + ungrouped(view) }

    private fun unspoken(view: TextView) = NUMBER.findAll(view.text)
        .filterNot { isSpelled(view) || isDigits(view.text, it.range) }
        .map { "${view.named()}: ${it.value} is not read digit by digit" }

    private fun ungrouped(view: TextView) = UNGROUPED.findAll(view.text)
        .map { "${view.named()}: ${it.value} is not grouped" }

    private fun isSpelled(view: TextView) = view.contentDescription?.let { !RUN.containsMatchIn(it) } ?: false

    private fun isDigits(text: CharSequence, range: IntRange): Boolean = text is Spanned &&
        text.getSpans(range.first, range.last + 1, TtsSpan::class.java).any { span ->
            span.type == TtsSpan.TYPE_DIGITS &&
                text.getSpanStart(span) <= range.first && text.getSpanEnd(span) > range.last
        }
}
