package org.cleardown.settings

import android.app.Activity
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.eachView
import org.cleardown.engine.Origin
import org.cleardown.show
import org.cleardown.showIf

/**
 * Who set what: a line at each setting that is not the person's own, which cannot be changed here then,
 * and what others have set that has no control of its own.
 */
class SetBy(private val screen: Activity, private val form: PolicyForm) {
    /** Shows it, anew each time. */
    fun show(policy: Map<String, Any>, origins: Map<String, Origin>) {
        val others = origins.filterValues { it != Origin.PERSON }
        policy.keys.forEach { key ->
            val origin = others[key]
            note(key, origin)
            form.control(key)?.eachView { it.isEnabled = origin == null }
        }
        screen.findViewById<View>(R.id.trusted_add).isEnabled = KEY_TRUSTED !in others
        val lines = others.keys.filter { form.control(it) == null && !isNothing(policy[it]) }.map { key ->
            Sentence(key, screen.getString(R.string.setting_is, screen.settingName(key), value(key, policy)))
        }
        screen.showIf(R.id.from_others, lines.isNotEmpty())
        screen.findViewById<ViewGroup>(R.id.from_others_lines).show(lines)
    }

    private fun value(key: String, policy: Map<String, Any>) = policy[key]?.let {
        screen.settingValue(key, it)
    }.orEmpty()

    private fun isNothing(value: Any?) = value == null || value == ""

    private fun note(key: String, origin: Origin?) {
        val error = form.errorLine(key) ?: return
        val group = error.parent as ViewGroup
        group.findViewWithTag<View>(TAG + key)?.let(group::removeView)
        val words = WORDS[origin] ?: return
        val note = LayoutInflater.from(screen).inflate(R.layout.set_by, group, false) as TextView
        note.setText(words)
        note.tag = TAG + key
        group.addView(note, group.indexOfChild(error))
    }

    private companion object {
        const val TAG = "by_"
        const val KEY_TRUSTED = "trusted_contacts"
        val WORDS = mapOf(Origin.MANAGED to R.string.set_by_managed, Origin.FAMILY to R.string.set_by_family)
    }
}
