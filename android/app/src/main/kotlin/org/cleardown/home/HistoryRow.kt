package org.cleardown.home

import android.app.Activity
import android.text.format.DateUtils
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import org.cleardown.Level
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.CallNote
import org.cleardown.engine.HistoryEntry
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.shownNumber

/** One call in the list: when, who it showed, how loud the warning was, why, and what the person wrote down. */
class HistoryRow(private val screen: Activity, private val call: HistoryEntry, private val delete: () -> Unit) {
    private var isSure = false

    /** The row, to be put into [list]. */
    fun view(list: ViewGroup): View {
        val row = LayoutInflater.from(screen).inflate(R.layout.history_call, list, false)
        val caller = call.display ?: call.number ?: screen.getString(R.string.history_hidden)
        row.findViewById<TextView>(R.id.`when`).text = DateUtils.formatDateTime(screen, call.atMs, WHEN)
        row.findViewById<TextView>(R.id.caller).text = caller
        row.findViewById<TextView>(R.id.level).say(Level.of(call.alert))
        row.findViewById<ViewGroup>(R.id.reasons).show(sentences())
        val notes = call.note?.let(::noteLines).orEmpty()
        row.findViewById<ViewGroup>(R.id.note).run {
            show(notes)
            visibility = if (notes.isEmpty()) View.GONE else View.VISIBLE
        }
        row.findViewById<Button>(R.id.why).run {
            contentDescription = screen.getString(R.string.history_why_spoken, caller)
            setOnClickListener { screen.startActivity(WhyActivity.intent(screen, call)) }
        }
        row.findViewById<Button>(R.id.delete).run {
            contentDescription = screen.getString(R.string.history_delete_spoken, caller)
            setOnClickListener { if (isSure) delete() else ask(this) }
        }
        return row
    }

    private fun ask(button: Button) {
        isSure = true
        button.contentDescription = null
        button.setText(R.string.history_delete_one_sure)
    }

    private fun sentences(): List<Sentence> = buildList {
        addAll(screen.shownNumber(call.organisation, confidence = null, line = null))
        addAll(screen.reasons(call.reasons))
        call.answered?.let { taken ->
            val words = if (taken) R.string.history_answered else R.string.history_not_answered
            add(Sentence("answered", screen.getString(words)))
        }
    }

    private fun noteLines(note: CallNote): List<Sentence> {
        val lines = listOf(
            R.string.details_name to note.name,
            R.string.details_number to note.number,
            R.string.details_station to note.station,
            R.string.details_wanted to note.wanted,
        ).filter { it.second.isNotBlank() }
        if (lines.isEmpty()) return emptyList()
        val title = Sentence("note", screen.getString(R.string.history_note))
        return listOf(title) + lines.map { (name, said) ->
            Sentence("note_line", screen.getString(R.string.history_note_line, screen.getString(name), said))
        }
    }

    private companion object {
        const val WHEN = DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_TIME or DateUtils.FORMAT_SHOW_WEEKDAY
    }
}
