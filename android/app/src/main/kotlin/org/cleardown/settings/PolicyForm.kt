package org.cleardown.settings

import android.app.Activity
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.Switch
import org.cleardown.R
import org.cleardown.engine.KeyError
import org.cleardown.say

/**
 * The controls of the settings screen, by configuration key: each control has its key as tag, and a
 * radio button the value it stands for. Checking the values is the engine's part.
 */
class PolicyForm(private val screen: Activity) {
    private var filled: Map<String, Any> = emptyMap()

    /** Shows these values, and leaves the other settings as they are on the screen. */
    fun fill(policy: Map<String, Any>) {
        policy.forEach { (key, value) ->
            NUMBERS[key]?.let { field(it).setText((value as? Int)?.let { number -> shown(key, number) }.orEmpty()) }
            TEXTS[key]?.let { field(it).setText(value as? String ?: "") }
            SWITCHES[key]?.let { screen.findViewById<Switch>(it).isChecked = value as? Boolean ?: true }
            CHOICES[key]?.let {
                screen.findViewById<RadioGroup>(it).findViewWithTag<RadioButton>(value)?.isChecked = true
            }
        }
        // What is shown was so before: nothing here moves as if somebody had pressed it.
        screen.window.decorView.jumpDrawablesToCurrentState()
        know(policy)
    }

    /** The same for a screen that was turned: the controls have what the person made of these values. */
    fun know(policy: Map<String, Any>) {
        filled = filled + policy.mapValues { (key, value) ->
            if (value is Int) shown(key, value).toInt() * unit(key) else value
        }
    }

    /**
     * What the person changed since [fill]: nothing else is sent, so that a value which the screen
     * shows less exactly than it is stays as it is.
     */
    fun changed(): Map<String, Any> = read().filter { (key, value) -> value != (filled[key] ?: "") }

    /** Marks the keys that were not taken, and says what is used instead. */
    fun show(errors: List<KeyError>) = ERRORS.forEach { (key, id) ->
        val error = errors.firstOrNull { it.key == key }
        val used = error?.used?.let { used -> used.toIntOrNull()?.let { shown(key, it) } ?: used }
        val words = used?.ifBlank { screen.getString(R.string.setting_empty) }
        screen.say(id, words?.let { screen.getString(R.string.setting_error, it) })
    }

    /** Where a key is: what is pressed or typed in, and the line that says what was wrong with it. */
    fun control(key: String): View? = screen.window.decorView.findViewWithTag(key)

    /** See [control]. */
    fun errorLine(key: String): View? = ERRORS[key]?.let(screen::findViewById)

    /** A field that holds no number is handed on as it is, for the engine to refuse. */
    private fun read(): Map<String, Any> = buildMap {
        NUMBERS.forEach { (key, id) -> text(id).let { put(key, it.toIntOrNull()?.times(unit(key)) ?: it) } }
        TEXTS.forEach { (key, id) -> put(key, text(id)) }
        SWITCHES.forEach { (key, id) -> put(key, screen.findViewById<Switch>(id).isChecked) }
        CHOICES.forEach { (key, id) -> chosen(id)?.let { put(key, it) } }
    }

    /** A number as people count it: a part of a minute counts as a whole one. */
    private fun shown(key: String, value: Int): String = unit(key).let { (value + it - 1) / it }.toString()

    /** How many of the engine's units are one of the screen's. */
    private fun unit(key: String): Int = if (key.endsWith("_seconds")) SECONDS else 1

    private fun field(id: Int): EditText = screen.findViewById(id)

    private fun text(id: Int) = field(id).text.toString().trim()

    private fun chosen(id: Int): Any? {
        val group = screen.findViewById<RadioGroup>(id)
        return group.findViewById<RadioButton>(group.checkedRadioButtonId)?.tag
    }

    private companion object {
        /** In a minute. */
        const val SECONDS = 60
        val NUMBERS = mapOf(
            "cool_down_seconds" to R.id.cool_down_seconds,
            "second_call_hours" to R.id.second_call_hours,
            "emergency_grace_minutes" to R.id.emergency_grace_minutes,
            "history_days" to R.id.history_days,
            "stale_list_days" to R.id.stale_list_days,
        )
        val TEXTS = mapOf("other_phone" to R.id.other_phone, "bank_number" to R.id.bank_number)
        val SWITCHES = mapOf(
            "ask_after_unknown" to R.id.ask_after_unknown,
            "trusted_contacts_pass" to R.id.trusted_contacts_pass,
        )
        val CHOICES = mapOf(
            "hold" to R.id.hold,
            "call_anyway" to R.id.call_anyway,
            "lock" to R.id.lock,
            "language" to R.id.language,
            "report_contents" to R.id.report_contents,
        )
        val ERRORS = mapOf(
            "cool_down_seconds" to R.id.error_cool_down_seconds,
            "second_call_hours" to R.id.error_second_call_hours,
            "emergency_grace_minutes" to R.id.error_emergency_grace_minutes,
            "history_days" to R.id.error_history_days,
            "other_phone" to R.id.error_other_phone,
            "bank_number" to R.id.error_bank_number,
            "ask_after_unknown" to R.id.error_ask_after_unknown,
            "trusted_contacts_pass" to R.id.error_trusted_contacts_pass,
            "hold" to R.id.error_hold,
            "call_anyway" to R.id.error_call_anyway,
            "lock" to R.id.error_lock,
            "trusted_contacts" to R.id.error_trusted_contacts,
            "stale_list_days" to R.id.error_stale_list_days,
            "language" to R.id.error_language,
            "report_contents" to R.id.error_report_contents,
        )
    }
}
