package org.cleardown.home

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.Explanation
import org.cleardown.engine.HistoryEntry
import org.cleardown.engine.Listing
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.reasons
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.show
import org.cleardown.showIf
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeParseException
import java.time.format.FormatStyle

/** Why a call was warned about: the rule in words, and where the list has the number from. */
class WhyActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.why)
        onPress(R.id.close, ::finish)
        val number = intent.getStringExtra(NUMBER)
        val shown = intent.getStringExtra(DISPLAY) ?: number
        val codes = intent.getStringArrayExtra(REASONS).orEmpty().toList()
        say(R.id.number, shown?.let { getString(R.string.number_shown, it) })
        findViewById<ViewGroup>(R.id.reasons).show(reasons(codes))
        if (number == null) {
            showSources(emptyList())
        } else {
            ask({ engine, now -> engine.explain(number, now) }, failed = { showSources(emptyList()) }) {
                showSources(sources(it, it.source?.let(::host)))
                offerWholePage(it)
            }
        }
    }

    private fun showSources(sources: List<Sentence>) {
        val none = Sentence("no_source", getString(R.string.why_not_listed))
        findViewById<ViewGroup>(R.id.sources).show(sources.ifEmpty { listOf(none) })
    }

    /** The whole address of a page is long: it comes when asked for. */
    private fun offerWholePage(known: Explanation) {
        showIf(R.id.whole_page, known.source?.let { host(it) != it } ?: false)
        onPress(R.id.whole_page) {
            showSources(sources(known, known.source))
            showIf(R.id.whole_page, false)
        }
    }

    /** Whose page it is; a source that is no page as it stands. */
    private fun host(source: String): String = Uri.parse(source).host ?: source

    private fun sources(known: Explanation, shownAs: String?): List<Sentence> {
        val page = shownAs?.let { Sentence("source", getString(R.string.why_page, it)) }
        val words = known.date?.let { getString(R.string.why_date, day(it)) } ?: getString(R.string.why_no_date)
        val date = page?.let { Sentence("source_date", words) }
        return known.listings.flatMap(::listing) + listOfNotNull(page, date)
    }

    /** A day as people here write it; a month or a year as it is. */
    private fun day(date: String): String = try {
        LocalDate.parse(date).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()))
    } catch (_: DateTimeParseException) {
        date
    }

    private fun locale() = resources.configuration.locales[0]

    private fun listing(row: Listing): List<Sentence> = buildList {
        val words = if (row.confidence == "low") R.string.shows_number_listed_as else R.string.why_listed
        add(Sentence("organisation", getString(words, row.organisation)))
        if (row.line.isNotBlank()) add(Sentence("line", getString(R.string.shows_line, row.line)))
    }

    companion object {
        private const val NUMBER = "number"
        private const val DISPLAY = "display"
        private const val REASONS = "reasons"

        /** Opens the reasons for this call. */
        fun intent(context: Context, call: HistoryEntry): Intent =
            intent(context, call.number, call.display, call.reasons)

        /** The same for a call that need not be in the history; [number] is null if it was hidden. */
        fun intent(context: Context, number: String?, display: String?, reasons: List<String>): Intent =
            context.screen<WhyActivity>()
                .putExtra(NUMBER, number)
                .putExtra(DISPLAY, display)
                .putExtra(REASONS, reasons.toTypedArray())
    }
}
