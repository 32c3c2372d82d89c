package org.cleardown.settings

import android.app.Activity
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.eachView
import org.cleardown.engine.Status
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.spellNumbers

/**
 * Who set what: a line at each setting that is not the person's own, which cannot be changed here then,
 * and what others have set that has no control of its own.
 */
class SetBy(private val screen: Activity, private val form: PolicyForm) {
    /** Shows it, anew each time. [displays] has each number as people write it. */
    fun show(status: Status, displays: Map<String, String>) {
        val others = status.ofOthers()
        status.policy.keys.forEach { key ->
            note(key, others[key]?.let { screen.setBy(it, status) })
            form.control(key)?.eachView { it.isEnabled = key !in others }
        }
        val isNothing = { key: String -> status.policy[key] in listOf(null, "") }
        val lines = others.keys.filter { form.control(it) == null && !isNothing(it) }.map { key ->
            val value = status.policy.getValue(key)
            val words = displays[value] ?: screen.settingValue(key, value)
            Sentence(key, screen.getString(R.string.setting_is, screen.settingName(key), words))
        }
        screen.showIf(R.id.from_others, lines.isNotEmpty())
        screen.findViewById<ViewGroup>(R.id.from_others_lines).run {
            show(lines)
            spellNumbers()
        }
    }

    private fun note(key: String, words: String?) {
        val error = form.errorLine(key) ?: return
        val group = error.parent as ViewGroup
        group.findViewWithTag<View>(TAG + key)?.let(group::removeView)
        if (words == null) return
        val note = LayoutInflater.from(screen).inflate(R.layout.set_by, group, false) as TextView
        note.text = words
        note.tag = TAG + key
        group.addView(note, group.indexOfChild(error))
    }

    private companion object {
        const val TAG = "by_"
    }
}
