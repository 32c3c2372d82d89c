package org.cleardown.family

import android.content.Context
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.BundleRefusal
import org.cleardown.engine.BundleResult
import org.cleardown.settings.numbersIn
import org.cleardown.settings.settingName
import org.cleardown.settings.settingValue
import org.cleardown.sync.publishersOf

/** The telephone numbers among the settings that change. */
fun numbers(result: BundleResult): List<String> = result.changes.flatMap { change ->
    listOf(change.before, change.after).flatMap { numbersIn(change.key, it) }
}

/**
 * What will change, a sentence for each setting; what protects less says so. [displays] has each number
 * as people write it.
 */
fun Context.changes(result: BundleResult, displays: Map<String, String>): List<Sentence> = buildList {
    result.changes.forEach { change ->
        val (before, after) = listOf(change.before, change.after).map { value(change.key, it, displays) }
        val words = getString(R.string.family_change, settingName(change.key), before, after)
        val weaker = if (change.isWeaker) " " + getString(R.string.family_weaker) else ""
        add(Sentence(change.key, words + weaker))
    }
    if (isEmpty()) add(Sentence("none", getString(R.string.family_no_change)))
    val wrong = result.errors.size
    if (wrong > 0) add(Sentence("errors", resources.getQuantityString(R.plurals.family_errors, wrong, wrong)))
}

/** Whom a relative makes the phone trust, and whose lists, the owner sees one by one. */
private fun Context.value(key: String, value: Any, displays: Map<String, String>): String = when {
    value is List<*> -> value.joinToString(", ") { displays[it] ?: "$it" }.ifEmpty { getString(R.string.setting_empty) }
    value in displays -> displays.getValue(value as String)
    key == "lists" && value is String && value.isNotEmpty() ->
        publishersOf(value).joinToString { "${it.title} (${it.url})" }
    else -> settingValue(key, value)
}

/** Why settings of a relative are not taken, in words. */
fun Context.refusal(result: BundleResult): String = when (result.refused) {
    BundleRefusal.NOT_OURS, BundleRefusal.UNREADABLE, null -> getString(R.string.family_not_ours)
    BundleRefusal.TRUNCATED -> getString(R.string.family_truncated)
    BundleRefusal.TOO_LARGE -> getString(R.string.family_large)
    BundleRefusal.FORGED -> getString(R.string.family_forged)
    BundleRefusal.NEWER -> getString(R.string.family_newer)
    BundleRefusal.OLD -> getString(R.string.family_old)
    BundleRefusal.IN_USE -> getString(R.string.family_in_use)
    BundleRefusal.OTHER_KEY -> getString(R.string.family_other)
    BundleRefusal.NO_RELATIVE -> getString(R.string.family_nobody)
    BundleRefusal.PRESSURE -> getString(R.string.fraud_asks)
    BundleRefusal.PIN -> getString(R.string.settings_locked)
}
