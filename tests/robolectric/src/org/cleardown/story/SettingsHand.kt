package org.cleardown.story

import android.app.Activity
import android.content.Intent
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import android.widget.Switch
import org.cleardown.R
import org.cleardown.phone.Contacts
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.json.JSONArray
import org.json.JSONObject
import org.robolectric.Shadows.shadowOf

/** The person changes settings on the settings screen. A control has its key as tag, a choice its value. */
class SettingsHand(private val phone: Phone, private val words: Words) {
    /** Makes these settings and saves them; true if they were taken, null if the screen does not say. */
    fun set(policy: JSONObject, trusted: List<String>): Boolean? {
        val home = phone.home()
        phone.screens.press(R.id.settings)
        val settings = checkNotNull(phone.screens.front)
        val page = settings.window.decorView
        policy.keys().forEach { key -> if (key != TRUSTED) control(page, key, policy.get(key)) }
        val added = (policy.opt(TRUSTED) as? JSONArray)?.texts().orEmpty()
        (trusted + added).forEach { pick(settings, it) }
        phone.screens.press(R.id.save)
        val result = page.read(R.id.result)
        phone.screens.leave(settings)
        phone.screens.leave(home)
        return when {
            words.says(result, "settings_saved") -> true
            result?.startsWith(words.text("settings_not_now")) == true -> false
            else -> null
        }
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
