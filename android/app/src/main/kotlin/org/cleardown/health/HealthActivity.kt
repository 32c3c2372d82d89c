package org.cleardown.health

import android.app.Activity
import android.content.Intent
import android.content.res.ColorStateList
import android.os.Bundle
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.DecisionReport
import org.cleardown.engine.Engine
import org.cleardown.engine.HealthEvent
import org.cleardown.engine.HealthReport
import org.cleardown.engine.Now
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.platform.SaveAs
import org.cleardown.platform.open
import org.cleardown.platform.shareText
import org.cleardown.say
import org.cleardown.show
import org.cleardown.spellNumbers
import org.cleardown.sync.UpdatePanel
import org.cleardown.sync.many

/** What works on this phone, with a button for what does not; what went wrong; how quick the answers are. */
class HealthActivity : Activity() {
    private val saving = SaveAs(this, SAVE, "cleardown-report.json", "application/json")
    private lateinit var list: UpdatePanel

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.health)
        list = UpdatePanel(this, ::refresh)
        onPress(R.id.report_save) { if (!saving.ask()) saved(false) }
        onPress(R.id.report_share, ::share)
        onPress(R.id.close, ::finish)
    }

    override fun onResume() {
        super.onResume()
        parts.managed.refresh()
        parts.work.submit(parts.troubles::handOver)
        refresh()
        list.resume()
    }

    override fun onPause() {
        list.pause()
        super.onPause()
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        val file = saving.answered(requestCode, resultCode, data) ?: return
        report { saving.write(file, it.file, ::saved) }
    }

    private fun refresh() = ask(::read, failed = ::showBroken) { (status, events, times) ->
        list.show(status)
        showPoints(status)
        showEvents(keyErrorLines(status.keyErrors) + eventLines(status.troubles.map { it.code }, events))
        findViewById<ViewGroup>(R.id.decisions).show(decisionLines(times))
    }

    private fun showBroken() {
        showPoints(status = null)
        showEvents(eventLines(parts.troubles.waiting(), emptyList()))
    }

    private fun showPoints(status: Status?) {
        val points = Points(this).all(status)
        val group = findViewById<ViewGroup>(R.id.lines)
        group.removeAllViews()
        points.forEach { group.addView(line(it, group)) }
        val missing = points.count { !it.works }
        say(R.id.summary, if (missing == 0) getString(R.string.health_all) else many(R.plurals.health_some, missing))
    }

    private fun line(point: Point, group: ViewGroup): View {
        val line = LayoutInflater.from(this).inflate(R.layout.health_line, group, false)
        line.tag = point.code
        line.findViewById<TextView>(R.id.text).run {
            text = point.text
            val icon = if (point.works) R.drawable.ic_on else R.drawable.ic_off
            setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0)
            if (!point.works) compoundDrawableTintList = ColorStateList.valueOf(getColor(R.color.help))
        }
        val mend = point.mend.takeIf { !point.works } ?: return line
        line.findViewById<Button>(R.id.mend).run {
            visibility = View.VISIBLE
            setText(if (point.code == PRACTICE) R.string.health_try else R.string.health_mend)
            contentDescription = "$text: ${point.text}"
            setOnClickListener { open(mend) }
        }
        return line
    }

    private fun showEvents(lines: List<Sentence>) = findViewById<ViewGroup>(R.id.events).run {
        show(lines.ifEmpty { listOf(Sentence("no_events", getString(R.string.health_no_events))) })
        spellNumbers()
    }

    /** Another app takes the report: the person chooses which. */
    private fun share() = report {
        if (!shareText(it.page, getString(R.string.report_share))) saved(false)
    }

    private fun report(use: (HealthReport) -> Unit) {
        val facts = facts(this)
        ask({ engine, now -> engine.report(facts, now) }, failed = { saved(false) }, use)
    }

    private fun saved(isSaved: Boolean) =
        say(R.id.result, getString(if (isSaved) R.string.file_saved else R.string.not_saved))

    private fun read(engine: Engine, now: Now) =
        Triple(engine.status(now), engine.health(event = null, now), engine.decisionTimes(now))

    private companion object {
        const val SAVE = 1
        const val PRACTICE = "practice"
    }
}
