package org.cleardown.setup

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.widget.EditText
import org.cleardown.R
import org.cleardown.engine.ConfigureResult
import org.cleardown.engine.Origin
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.guard.tell
import org.cleardown.onPress
import org.cleardown.platform.openFor
import org.cleardown.say
import org.cleardown.settings.TrustedPeople
import org.cleardown.settings.ofOthers
import org.cleardown.settings.refusal
import org.cleardown.settings.setBy

/** The set-up screen about the person's other phone, bank and people. [onSaved] when the screen may go on. */
class PeoplePage(private val screen: Activity, state: Bundle?, private val onSaved: () -> Unit) {
    private val people = TrustedPeople(screen)
    private var before: Map<String, Any>? = null

    /** What the person has seen refused; pressed again with the same, the set-up goes on without. */
    private var refused: Map<String, Any>? = null

    init {
        screen.onPress(R.id.trusted_add, ::pick)
        val kept = state?.getStringArray(TRUSTED)
        if (kept != null) people.show(kept.toList())
        screen.ask({ engine, now -> engine.status(now) }) { fill(it, isKept = kept != null) }
    }

    /** False: the engine is asked first, and the screen goes on by itself. */
    fun mayGoOn(): Boolean {
        val changed = changed()
        if (changed.isEmpty() || changed == refused) return true
        screen.ask(
            { engine, now -> engine.configure(changed, Origin.PERSON, now) to engine.status(now) },
            failed = { refuse(changed, screen.getString(R.string.not_saved)) },
        ) { (result, status) -> saved(changed, result, status) }
        return false
    }

    /** The person goes away: what can be taken is kept. */
    fun keep() {
        val changed = changed()
        if (changed.isEmpty() || changed == refused) return
        screen.tell { engine, now ->
            changed.forEach { (key, value) -> engine.configure(mapOf(key to value), Origin.PERSON, now) }
        }
    }

    /** For a screen that is turned. */
    fun save(state: Bundle) = state.putStringArray(TRUSTED, people.numbers.toTypedArray())

    /** Adds the number that the person picked. */
    fun add(picked: Uri?) {
        if (picked != null) people.add(picked)
    }

    /** What others set is shown as theirs, and cannot be changed here. */
    private fun fill(status: Status, isKept: Boolean) {
        val policy = status.policy
        val others = status.ofOthers()
        before = policy
        FIELDS.forEach { (key, id) ->
            if (!isKept || key in others) field(id).setText(policy[key] as? String ?: "")
            field(id).isEnabled = key !in others
        }
        val areOthers = KEY_TRUSTED in others
        val numbers = (policy[KEY_TRUSTED] as? List<*>).orEmpty().filterIsInstance<String>()
        people.show(if (isKept && !areOthers) people.numbers else numbers, areOthers)
        NOTES.forEach { (key, id) -> screen.say(id, others[key]?.let { screen.setBy(it, status) }) }
    }

    private fun changed(): Map<String, Any> {
        val known = before ?: return emptyMap()
        val now = FIELDS.mapValues { (_, id) -> field(id).text.toString().trim() } + (KEY_TRUSTED to people.numbers)
        return now.filter { (key, value) -> value != (known[key] ?: "") }
    }

    private fun saved(changed: Map<String, Any>, result: ConfigureResult, status: Status) {
        before = result.policy + changed
        when {
            !result.accepted && result.errors.isEmpty() -> refuse(changed, screen.refusal(result, status))
            result.errors.isNotEmpty() -> refuse(changed, screen.getString(R.string.setup_bank_wrong))
            else -> onSaved()
        }
    }

    private fun refuse(what: Map<String, Any>, why: String) {
        refused = what
        screen.say(R.id.result, why)
    }

    private fun pick() {
        if (!screen.openFor(PICK, TrustedPeople.picker())) screen.say(R.id.result, screen.getString(R.string.not_saved))
    }

    private fun field(id: Int): EditText = screen.findViewById(id)

    companion object {
        /** The request of the contact picker; the steps use the small numbers. */
        const val PICK = 100
        private const val TRUSTED = "trusted"
        private const val KEY_TRUSTED = "trusted_contacts"
        private val FIELDS = mapOf("other_phone" to R.id.other_phone, "bank_number" to R.id.bank_number)
        private val NOTES = mapOf(
            "other_phone" to R.id.by_other_phone,
            KEY_TRUSTED to R.id.by_trusted_contacts,
            "bank_number" to R.id.by_bank_number,
        )
    }
}
