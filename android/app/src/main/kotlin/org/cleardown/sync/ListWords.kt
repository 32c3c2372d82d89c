package org.cleardown.sync

import android.content.Context
import android.text.format.DateUtils
import android.text.format.Formatter
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.Words
import org.cleardown.engine.Status
import org.cleardown.engine.SyncOutcome
import org.cleardown.engine.SyncResult
import org.cleardown.engine.SyncStatus

/** Which list is in use and how fresh it is, in one sentence or two: for the home screen. Null without a list. */
fun Context.listLine(status: Status): String? {
    val (list, sync) = (status.list ?: return null) to status.sync
    val last = sync.lastOkMs
    return when {
        sync.publishers.isEmpty() || last == null || sync.isStale -> listState(status).joinToString(" ") { it.text }
        DateUtils.isToday(last) -> many(R.plurals.list_updated_today, list.numbers)
        else -> many(R.plurals.list_updated_on, list.numbers, date(last))
    }
}

/** Which list is in use and how fresh it is: for the page "What works". */
fun Context.listState(status: Status): List<Sentence> = buildList {
    val list = status.list
    if (list != null) add(Sentence("list_is", many(R.plurals.list_is, list.numbers, date(list.issuedMs))))
    if (status.sync.publishers.isEmpty()) {
        add(Sentence("list_from_app", getString(R.string.list_from_app)))
    } else {
        add(freshness(status.sync))
    }
}

/** The same, and what went wrong with the last try; not why, if [update] says so beside it. */
fun Context.listHealth(status: Status, update: UpdateState): List<Sentence> = buildList {
    addAll(listState(status))
    val sync = status.sync
    val code = sync.lastCode ?: return@buildList
    sync.lastTryMs?.let { add(Sentence("list_tried", getString(R.string.list_tried_on, dateAndTime(it)))) }
    val said = (update as? UpdateState.Ended)?.done?.publishers.orEmpty().map(SyncResult::code)
    if (code !in said) add(Sentence(code, getString(Words.fetch(code))))
}

/** How far the run is, or how it went; null while there was none. */
fun Context.updateText(state: UpdateState, title: (String) -> String?): String? = when (state) {
    UpdateState.Idle -> null
    is UpdateState.Running -> running(state)
    is UpdateState.Ended -> {
        val results = state.done?.publishers ?: return getString(R.string.update_failed)
        results.joinToString("\n") { result ->
            val name = if (results.size > 1) title(result.publisher) else null
            if (name == null) said(result) else getString(R.string.update_of, name, said(result))
        }.ifEmpty { getString(R.string.list_from_app) }
    }
}

private fun Context.running(state: UpdateState.Running): String = when (state.what) {
    "list", "delta" -> getString(R.string.update_running, size(state.doneBytes), size(state.ofBytes))
    else -> getString(R.string.update_looking)
}

private fun Context.said(result: SyncResult): String = when (result.outcome) {
    SyncOutcome.UPDATED -> many(R.plurals.update_new, result.numbers ?: 0)
    SyncOutcome.CURRENT, SyncOutcome.NOT_DUE -> getString(R.string.update_current)
    SyncOutcome.NO_PUBLISHER -> getString(R.string.list_from_app)
    SyncOutcome.FAILED -> getString(Words.fetch(result.code.orEmpty())) + " " + getString(R.string.update_kept)
}

private fun Context.freshness(sync: SyncStatus): Sentence {
    val last = sync.lastOkMs
    return when {
        sync.isStale && last == null -> Sentence("list_stale", getString(R.string.list_stale))
        sync.isStale -> Sentence("list_stale", getString(R.string.list_stale_since, date(last!!)))
        last == null && sync.lastTryMs == null -> Sentence("list_looked", getString(R.string.list_never_looked))
        last == null -> Sentence("list_looked", getString(R.string.list_never_reached))
        DateUtils.isToday(last) -> Sentence("list_looked", getString(R.string.list_looked_today))
        else -> Sentence("list_looked", getString(R.string.list_looked_on, date(last)))
    }
}

private fun Context.size(bytes: Long) = Formatter.formatShortFileSize(this, bytes)

/** The words for [count] things, with [more] to fill in after the count. */
fun Context.many(words: Int, count: Int, vararg more: Any): String =
    resources.getQuantityString(words, count, count, *more)

/** The day of a moment, as people here write it. */
fun Context.date(atMs: Long): String =
    DateUtils.formatDateTime(this, atMs, DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_YEAR)

/** The same, with the time of day. */
fun Context.dateAndTime(atMs: Long): String =
    DateUtils.formatDateTime(this, atMs, DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_TIME)
