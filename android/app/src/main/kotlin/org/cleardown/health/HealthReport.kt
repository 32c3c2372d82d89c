package org.cleardown.health

import android.app.Activity
import android.content.Context
import android.os.Build
import org.cleardown.engine.DecisionReport
import org.cleardown.engine.DecisionTimes
import org.cleardown.engine.HealthEvent
import org.cleardown.engine.PhoneFacts
import org.cleardown.engine.Status
import java.time.Instant
import java.util.Locale

/**
 * What works on this phone, for whoever helps: codes and counts. No number of any call, no name and
 * nothing that the person wrote is in it.
 */
class HealthReport(
    private val context: Context,
    private val status: Status,
    private val points: List<Point>,
    private val events: List<HealthEvent>,
    private val times: DecisionReport,
) {
    /** The report, one thing a line, in English: it is for those who know the codes. */
    fun text(): String = buildString {
        line("cleardown", context.version())
        line("android", "${Build.VERSION.RELEASE} (${Build.VERSION.SDK_INT})")
        status.list?.let { list ->
            line("list", "version ${list.version}, ${list.numbers} numbers, ${Instant.ofEpochMilli(list.issuedMs)}")
        }
        line("list_fetched", status.sync.lastOkMs?.let(Instant::ofEpochMilli) ?: "never")
        status.sync.lastCode?.let { line("list_last_failure", it) }
        points.forEach { line(it.code, if (it.works) "works" else "missing") }
        line("decision_screening", times.screening.words())
        line("decision_placing", times.placing.words())
        status.origins.forEach { (key, origin) -> line("set_$key", origin.name.lowercase(Locale.ROOT)) }
        status.keyErrors.map { it.error.key }.filter(status.policy::containsKey).forEach { line("key_error", it) }
        status.troubles.forEach { line("trouble", it.code) }
        events.forEach { line("event_${it.code}", "${it.count}, last ${Instant.ofEpochMilli(it.lastMs)}") }
    }

    private fun StringBuilder.line(name: String, value: Any) = append(name).append(": ").append(value).append('\n')

    private fun DecisionTimes.words() = if (count == 0) "none" else "median $medianUs us, p95 $p95Us us, of $count"
}

/** What the engine's report has to be told of this phone. */
fun facts(screen: Activity): PhoneFacts {
    val works = Points(screen).all(status = null).filter { it.code != "native" }.associate { it.code to it.works }
    return PhoneFacts(screen.version(), Build.VERSION.RELEASE, Build.VERSION.SDK_INT, works)
}

private fun Context.version() = packageManager.getPackageInfo(packageName, 0).versionName ?: "?"
