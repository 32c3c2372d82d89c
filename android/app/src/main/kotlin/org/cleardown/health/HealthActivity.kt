package org.cleardown.health

import android.app.Activity
import android.os.Bundle
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.Words
import org.cleardown.engine.HealthEvent
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.screen
import org.cleardown.setup.SetupActivity
import org.cleardown.setup.Step
import org.cleardown.show
import org.cleardown.sync.UpdatePanel
import org.cleardown.sync.date

/** One line for each part: does it work on this phone? And what went wrong so far. */
class HealthActivity : Activity() {
    private lateinit var list: UpdatePanel

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.health)
        list = UpdatePanel(this, ::refresh)
        onPress(R.id.mend) { startActivity(screen<SetupActivity>()) }
    }

    override fun onResume() {
        super.onResume()
        parts.work.submit(parts.troubles::handOver)
        refresh()
        list.resume()
    }

    override fun onPause() {
        list.pause()
        super.onPause()
    }

    private fun refresh() {
        ask(
            { engine, now -> engine.status(now) to engine.health(event = null, now) },
            failed = ::showBroken,
        ) { (status, events) -> show(status, events) }
    }

    private fun show(status: Status, events: List<HealthEvent>) {
        list.show(status)
        showLines(line("native", R.string.health_native, works = true), list(status))
        showEvents(status.troubles.map { trouble(it.code) } + events.map(::sentence))
    }

    private fun showBroken() {
        showLines(line("native", R.string.health_native, works = false), null)
        showEvents(parts.troubles.waiting().distinct().map(::trouble))
    }

    private fun showLines(native: Sentence, list: Sentence?) {
        val steps = Step.entries.map { line(it.name.lowercase(), it.health, it.isOn(this)) }
        findViewById<ViewGroup>(R.id.lines).show(listOfNotNull(native, list) + steps)
    }

    private fun list(status: Status): Sentence {
        if (status.list == null) return Sentence("list", getString(R.string.health_list_built_in))
        return line("list", R.string.health_list, works = true)
    }

    private fun showEvents(events: List<Sentence>) {
        val none = Sentence("no_events", getString(R.string.health_no_events))
        findViewById<ViewGroup>(R.id.events).show(events.ifEmpty { listOf(none) })
    }

    private fun line(tag: String, name: Int, works: Boolean) =
        Sentence(tag, getString(if (works) R.string.health_works else R.string.health_missing, getString(name)))

    private fun trouble(code: String) = Sentence(code, getString(Words.event(code)))

    private fun sentence(event: HealthEvent): Sentence {
        val words = getString(Words.event(event.code))
        return Sentence(event.code, getString(R.string.health_event, words, event.count, date(event.lastMs)))
    }
}
