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

/** A note of what the caller said. It stays on the phone. */
class DetailsActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.details)
        onPress(R.id.save, ::save)
    }

    private fun save() {
        say(R.id.result, null)
        val call = if (intent.hasExtra(CALL)) intent.getLongExtra(CALL, 0) else null
        val note = CallNote(field(R.id.name), field(R.id.number), field(R.id.station), field(R.id.wanted))
        ask(
            { engine, now -> engine.addNote(call, note, now) },
            failed = { say(R.id.result, getString(R.string.not_saved)) },
        ) { say(R.id.result, getString(R.string.saved)) }
    }

    private fun field(id: Int) = findViewById<EditText>(id).text.toString().trim()

    companion object {
        private const val CALL = "call"

        /** Opens the note for [call]; null if it belongs to no call. */
        fun intent(context: Context, call: Long?): Intent =
            context.screen<DetailsActivity>().apply { if (call != null) putExtra(CALL, call) }
    }
}
