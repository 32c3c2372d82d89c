package org.cleardown.settings

import android.content.Context
import android.text.format.DateUtils
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.engine.KeyError
import org.cleardown.engine.ScheduledChange
import org.cleardown.sync.publishersOf

/**
 * What will hold later, a line for each setting: "Calls to hold: none. From 18:40." The control of a
 * setting has its key as tag, on the same screen: a line has another.
 */
fun Context.scheduledLines(change: ScheduledChange): List<Sentence> = change.policy.map { (key, value) ->
    val words = getString(R.string.scheduled_line, settingName(key), settingValue(key, value), timeOfDay(change.atMs))
    Sentence(LATER + key, words)
}

private const val LATER = "later_"

/** What a setting is called; a key that this version does not know is called by its own name. */
fun Context.settingName(key: String): String = NAMES[key]?.let(::getString) ?: key

/** A moment of today or of the next days. */
fun Context.timeOfDay(atMs: Long): String {
    val day = if (DateUtils.isToday(atMs)) 0 else DateUtils.FORMAT_SHOW_WEEKDAY
    return DateUtils.formatDateTime(this, atMs, DateUtils.FORMAT_SHOW_TIME or day)
}

/** What is used in place of a value that could not be read, in words. */
fun Context.usedInstead(error: KeyError): String = when {
    error.key == "trusted_contacts" && error.used.isNotEmpty() ->
        settingValue(error.key, error.used.split(", "))
    else -> settingValue(error.key, error.used.toIntOrNull() ?: error.used.toBooleanStrictOrNull() ?: error.used)
}

/** A setting's value in words. */
fun Context.settingValue(key: String, value: Any): String = when {
    key == "language" && value == "" -> getString(R.string.language_phone)
    value is String && value.isEmpty() -> getString(R.string.setting_empty)
    value is Boolean -> getString(if (value) R.string.setting_on else R.string.setting_off)
    key == "lists" && value is String -> publishersOf(value).joinToString { it.title }
    key == "report_contents" && value == "all" -> getString(R.string.report_all)
    value is List<*> -> resources.getQuantityString(R.plurals.people, value.size, value.size)
    key == "cool_down_seconds" && value is Int -> resources.getQuantityString(R.plurals.minutes, value / 60, value / 60)
    else -> VALUES[value]?.let(::getString) ?: value.toString()
}

private val NAMES = mapOf(
    "cool_down_seconds" to R.string.setting_cool_down_seconds,
    "hold" to R.string.setting_hold,
    "call_anyway" to R.string.setting_call_anyway,
    "second_call_hours" to R.string.setting_second_call_hours,
    "ask_after_unknown" to R.string.setting_ask_after_unknown,
    "emergency_grace_minutes" to R.string.setting_emergency_grace_minutes,
    "trusted_contacts_pass" to R.string.setting_trusted_contacts_pass,
    "history_days" to R.string.setting_history_days,
    "other_phone" to R.string.setting_other_phone,
    "bank_number" to R.string.setting_bank_number,
    "lock" to R.string.setting_lock,
    "trusted_contacts" to R.string.setting_trusted_contacts,
    "lists" to R.string.setting_lists,
    "stale_list_days" to R.string.setting_stale_list_days,
    "help_name" to R.string.setting_help_name,
    "help_number" to R.string.setting_help_number,
    "help_text" to R.string.setting_help_text,
    "language" to R.string.setting_language,
    "report_contents" to R.string.setting_report_contents,
)

private val VALUES: Map<Any, Int> = mapOf(
    "callbacks" to R.string.hold_callbacks,
    "all" to R.string.hold_all,
    "advise" to R.string.hold_advise,
    "two_taps" to R.string.call_anyway_two_taps,
    "locked" to R.string.call_anyway_off,
    "open" to R.string.lock_open,
    "pin" to R.string.lock_pin,
    "en" to R.string.language_en,
    "cy" to R.string.language_cy,
    "short" to R.string.report_short,
)
