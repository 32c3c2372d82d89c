package org.cleardown.health

import android.content.Context
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.Words
import org.cleardown.engine.DecisionReport
import org.cleardown.engine.DecisionTimes
import org.cleardown.engine.HealthEvent
import org.cleardown.engine.KeptError
import org.cleardown.engine.Origin
import org.cleardown.settings.settingName
import org.cleardown.settings.usedInstead
import org.cleardown.sync.date
import org.cleardown.sync.many

/** What went wrong, one line for each thing: codes that mean the same to a person are counted together. */
fun Context.eventLines(troubles: List<String>, events: List<HealthEvent>): List<Sentence> {
    val byWords = events.groupBy { Words.event(it.code) }
    val counted = byWords.map { (words, same) ->
        val (count, lastMs) = same.sumOf(HealthEvent::count) to same.maxOf(HealthEvent::lastMs)
        Sentence(same.first().code, many(R.plurals.health_event, count, getString(words), date(lastMs)))
    }
    val open = troubles.distinctBy(Words::event).filter { Words.event(it) !in byWords }
    return open.map { Sentence(it, getString(Words.event(it))) } + counted
}

/** What was wrong with the settings that an IT team or a relative gave, a line for each. */
fun Context.keyErrorLines(errors: List<KeptError>): List<Sentence> = errors.map { (origin, error) ->
    val who = if (origin == Origin.MANAGED) R.string.key_error_managed else R.string.key_error_family
    Sentence("key_error_${error.key}", getString(who, settingName(error.key), error.found, usedInstead(error)))
}

/** How long the phone waited for our answers, in words. */
fun Context.decisionLines(times: DecisionReport): List<Sentence> = listOf(
    decision("screening", R.string.decisions_screening, times.screening),
    decision("placing", R.string.decisions_placing, times.placing),
)

private fun Context.decision(tag: String, name: Int, times: DecisionTimes): Sentence {
    val (median, p95) = times.medianUs to times.p95Us
    if (median == null || p95 == null) return Sentence(tag, getString(R.string.decisions_none, getString(name)))
    val words = many(R.plurals.decisions_line, times.count, getString(name), millis(median), millis(p95))
    return Sentence(tag, words)
}

/** Milliseconds with one digit after the point, as people here write it. */
private fun Context.millis(micros: Long): String =
    String.format(resources.configuration.locales[0], "%.1f", micros / MICROS)

private const val MICROS = 1000.0
