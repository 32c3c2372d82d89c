package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.widget.EditText
import org.cleardown.R
import org.cleardown.engine.CallNote
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.showIf

/**
 * A note of what the caller said. It stays on the phone, and is kept as soon as this screen is left:
 * whoever is in a hurry presses no button.
 */
class DetailsActivity : Activity() {
    private var kept = EMPTY

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.details)
        onPress(R.id.save) { save() }
        onPress(R.id.tell_police) { startActivity(PoliceActivity.intent(this)) }
        // What was being typed comes back by itself.
        if (savedInstanceState == null) ask({ engine, now -> AfterCallFacts.read(engine, now).note }, show = ::fill)
    }

    override fun onPause() {
        if (read() != kept) save()
        super.onPause()
    }

    private fun fill(note: CallNote?) {
        if (note == null || read() != EMPTY) return
        kept = note
        val texts = listOf(note.name, note.number, note.station, note.wanted)
        FIELDS.zip(texts).forEach { (field, text) -> findViewById<EditText>(field).setText(text) }
    }

    private fun save() {
        say(R.id.result, null)
        val call = if (intent.hasExtra(CALL)) intent.getLongExtra(CALL, 0) else null
        val note = read()
        ask(
            { engine, now -> engine.addNote(call, note, now) },
            failed = { say(R.id.result, getString(R.string.not_saved)) },
        ) {
            kept = note
            say(R.id.result, getString(R.string.saved))
            showIf(R.id.tell_police, true)
        }
    }

    private fun read() = FIELDS.map { findViewById<EditText>(it).text.toString().trim() }
        .let { (name, number, station, wanted) -> CallNote(name, number, station, wanted) }

    companion object {
        private const val CALL = "call"
        private val FIELDS = listOf(R.id.name, R.id.number, R.id.station, R.id.wanted)
        private val EMPTY = CallNote("", "", "", "")

        /** Opens the note for [call]; null if it belongs to no call. */
        fun intent(context: Context, call: Long?): Intent =
            context.screen<DetailsActivity>().apply { if (call != null) putExtra(CALL, call) }
    }
}
