package org.cleardown.story

import android.app.Activity
import android.content.Intent
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import android.widget.Switch
import android.widget.TextView
import org.cleardown.R
import org.cleardown.phone.Contacts
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.json.JSONArray
import org.json.JSONObject
import org.robolectric.Shadows.shadowOf

/** The person changes settings on the settings screen. A control has its key as tag, a choice its value. */
class SettingsHand(private val phone: Phone, private val words: Words) {
    /**
     * Makes these settings and saves them. What somebody else has set cannot be changed, and says so. With
     * [later], presses the button that makes a refused change later, if the screen has it.
     */
    fun set(policy: JSONObject, trusted: List<String>, later: Boolean = false): Change {
        val home = phone.home()
        phone.screens.press(R.id.settings)
        val settings = checkNotNull(phone.screens.front)
        val page = settings.window.decorView
        val keys = policy.keys().asSequence().filter { it != TRUSTED }.toList()
        val isHeld = keys.any { isHeld(page, it) }
        if (!isHeld) {
            keys.forEach { control(page, it, policy.get(it)) }
            val added = (policy.opt(TRUSTED) as? JSONArray)?.texts().orEmpty()
            (trusted + added).forEach { pick(settings, it) }
            phone.screens.press(R.id.save)
            if (later) phone.screens.press(R.id.schedule)
        }
        val result = page.read(R.id.result)
        phone.screens.leave(settings)
        phone.screens.leave(home)
        return when {
            isHeld || result?.endsWith(words.text("stronger_nothing")) == true -> Change.refused("stronger")
            words.says(result, "settings_saved") -> Change.TAKEN
            words.matches(listOfNotNull(result), "settings_later") -> Change.TAKEN
            result?.startsWith(words.text("settings_not_now")) == true -> Change.refused("pressure")
            else -> Change.SILENT
        }
    }

    /** Whether this setting cannot be touched, and says because of whom. */
    private fun isHeld(page: View, key: String): Boolean {
        val note = page.findViewWithTag<TextView>("by_$key")?.text?.toString()
        val isOurs = page.findViewWithTag<View>(key).isEnabled
        check(isOurs == (note == null)) { "$key: who has set it?" }
        return note != null && words.matches(listOf(note), "set_by_family")
    }

    private fun control(page: View, key: String, value: Any) {
        when (val control = page.findViewWithTag<View>(key)) {
            is EditText -> control.setText(if (key.endsWith(SECONDS)) minutes(value as Int) else value.toString())
            is Switch -> if (control.isChecked != value) control.performClick()
            else -> control.findViewWithTag<RadioButton>(value).performClick()
        }
    }

    /** The screen counts in minutes. */
    private fun minutes(seconds: Int): String {
        check(seconds % MINUTE == 0) { "$seconds s cannot be set on the screen" }
        return (seconds / MINUTE).toString()
    }

    /** Presses "Add a person"; the contact picker, another app, hands back the entry. */
    private fun pick(settings: Activity, number: String) {
        phone.screens.press(R.id.trusted_add)
        val asked = shadowOf(settings).nextStartedActivityForResult
        shadowOf(settings).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(Contacts.pick(number)))
        phone.turns.settle()
    }

    private companion object {
        const val TRUSTED = "trusted_contacts"
        const val SECONDS = "_seconds"
        const val MINUTE = 60
    }
}
