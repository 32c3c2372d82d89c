package org.cleardown.home

import android.app.Activity
import android.os.Bundle
import android.text.format.DateUtils
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.Words
import org.cleardown.engine.CallNote
import org.cleardown.engine.HistoryEntry
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.platform.isUnlocked
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.shownNumber

/** Calls that were warned about or noted, newest first, with the reasons in words. */
class HistoryActivity : Activity() {
    private var isSure = false

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.history)
        onPress(R.id.delete_all, ::deleteAll)
    }

    override fun onResume() {
        super.onResume()
        ask({ engine, now -> engine.history(now) }, failed = { showEmpty(R.string.home_trouble) }, show = ::show)
    }

    private fun show(calls: List<HistoryEntry>) {
        val list = findViewById<ViewGroup>(R.id.calls)
        list.removeAllViews()
        calls.forEach { list.addView(row(it, list)) }
        showIf(R.id.delete_all, calls.isNotEmpty())
        when {
            calls.isNotEmpty() -> say(R.id.empty, null)
            isUnlocked() -> showEmpty(R.string.history_empty)
            else -> showEmpty(R.string.history_locked)
        }
    }

    private fun row(call: HistoryEntry, list: ViewGroup): View {
        val row = LayoutInflater.from(this).inflate(R.layout.history_call, list, false)
        row.findViewById<TextView>(R.id.`when`).text = DateUtils.formatDateTime(
            this,
            call.atMs,
            DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_TIME or DateUtils.FORMAT_SHOW_WEEKDAY,
        )
        row.findViewById<TextView>(R.id.caller).text = call.display ?: call.number ?: getString(R.string.history_hidden)
        row.findViewById<TextView>(R.id.level).setText(Words.headline(call.alert))
        row.findViewById<ViewGroup>(R.id.reasons).show(sentences(call))
        return row
    }

    private fun sentences(call: HistoryEntry): List<Sentence> = buildList {
        addAll(shownNumber(call.organisation, confidence = null, line = null))
        addAll(reasons(call.reasons))
        call.answered?.let { taken ->
            val words = if (taken) R.string.history_answered else R.string.history_not_answered
            add(Sentence("answered", getString(words)))
        }
        call.note?.let { add(Sentence("note", getString(R.string.history_note, words(it)))) }
    }

    private fun words(note: CallNote) =
        listOf(note.name, note.number, note.station, note.wanted).filter(String::isNotBlank).joinToString(", ")

    private fun deleteAll() {
        if (!isSure) {
            isSure = true
            findViewById<Button>(R.id.delete_all).setText(R.string.history_delete_sure)
            return
        }
        ask({ engine, now ->
            engine.deleteHistory(call = null, now)
            engine.history(now)
        }, show = ::show)
    }

    private fun showEmpty(words: Int) = say(R.id.empty, getString(words))
}
