package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.text.format.DateUtils
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.CallNote
import org.cleardown.engine.HistoryEntry
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.screen
import org.cleardown.show
import org.cleardown.spellNumbers

/** What to read out on 101: when the call was, what it showed, what the caller said. */
class PoliceActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.police)
        onPressRing(R.id.ring_101, Numbers.POLICE)
        onPress(R.id.close, ::finish)
    }

    override fun onResume() {
        super.onResume()
        ask(AfterCallFacts.Companion::read, failed = ::finish) { facts ->
            onPress(R.id.take_details) { startActivity(DetailsActivity.intent(this, facts.call?.id)) }
            findViewById<ViewGroup>(R.id.facts).show(facts.call?.let(::sentences) ?: note(facts.note))
            window.decorView.spellNumbers()
        }
    }

    private fun sentences(call: HistoryEntry): List<Sentence> = buildList {
        val flags = DateUtils.FORMAT_SHOW_TIME or DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_WEEKDAY
        val number = call.display ?: call.number
        add(line("when", R.string.police_when, DateUtils.formatDateTime(this@PoliceActivity, call.atMs, flags)))
        when {
            number != null -> add(line("number", R.string.police_number, number))
            !call.isUnseen -> add(Sentence("number", getString(R.string.police_hidden)))
        }
        addAll(note(call.note))
    }

    private fun note(note: CallNote?): List<Sentence> {
        if (note == null) return listOf(Sentence("none", getString(R.string.police_no_note)))
        return listOf(
            line("name", R.string.police_name, note.name),
            line("their_number", R.string.police_their_number, note.number),
            line("station", R.string.police_station, note.station),
            line("wanted", R.string.police_wanted, note.wanted),
        ).filter { it.text.isNotBlank() }
    }

    /** Nothing where the person wrote nothing. */
    private fun line(tag: String, words: Int, value: String) =
        Sentence(tag, if (value.isBlank()) "" else getString(words, value))

    companion object {
        /** Opens the screen. */
        fun intent(context: Context): Intent = context.screen<PoliceActivity>()
    }
}
