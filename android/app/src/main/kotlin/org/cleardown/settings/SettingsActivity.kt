package org.cleardown.settings

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.engine.ConfigureResult
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.engine.Refusal
import org.cleardown.engine.ScheduledChange
import org.cleardown.engine.Status
import org.cleardown.family.FamilyActivity
import org.cleardown.guard.ask
import org.cleardown.lock.PinActivity
import org.cleardown.lock.shield
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.platform.openFor
import org.cleardown.platform.setLanguage
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.show
import org.cleardown.showIf

/**
 * Every setting. What protects more holds at once; what protects less is refused by the engine while
 * there may be pressure, and can be put down for the time after.
 */
class SettingsActivity : Activity() {
    private lateinit var form: PolicyForm
    private lateinit var people: TrustedPeople
    private lateinit var setBy: SetBy
    private var trusted: List<String> = emptyList()

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.settings)
        shield()
        form = PolicyForm(this)
        people = TrustedPeople(this)
        setBy = SetBy(this, form)
        onPress(R.id.save, ::save)
        onPress(R.id.family) { startActivity(screen<FamilyActivity>()) }
        onPress(R.id.set_pin) { startActivity(PinActivity.set(this)) }
        onPress(R.id.trusted_add, ::pick)
        onPress(R.id.scheduled_cancel) { configure { engine, now -> engine.cancelScheduled(Origin.PERSON, now) } }
        val kept = savedInstanceState?.getStringArray(TRUSTED)
        if (kept != null) people.show(kept.toList())
        load(isKept = kept != null)
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putStringArray(TRUSTED, people.numbers.toTypedArray())
    }

    override fun onResume() {
        super.onResume()
        parts.managed.refresh()
    }

    /** The screen before may have set a PIN, or taken settings. */
    override fun onRestart() {
        super.onRestart()
        ask(::read) { showWho(it) }
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        if (resultCode != RESULT_OK) return
        if (requestCode == PIN) return save()
        data?.data?.let(people::add)
    }

    private fun load(isKept: Boolean) = ask(::read, failed = ::showFailed) {
        val policy = it.status.policy
        if (isKept) form.know(policy) else form.fill(policy)
        trusted = trusted(policy)
        show(it.status.scheduled)
        showWho(it, if (isKept) people.numbers else trusted)
    }

    private fun read(engine: Engine, now: Now): Seen {
        val status = engine.status(now)
        val numbers = status.policy.flatMap { (key, value) -> numbersIn(key, value) }
        return Seen(status, engine.displays(numbers, now))
    }

    /**
     * Others may have set something while the screen was open: then their value is shown as theirs, in the place of
     * what the person has there. [own]: the trusted people of the person.
     */
    private fun showWho(seen: Seen, own: List<String> = people.numbers) {
        val policy = seen.status.policy
        val others = seen.status.ofOthers().keys
        form.fill(policy.filterKeys(others::contains))
        val isFixed = KEY_TRUSTED in others
        if (isFixed) trusted = trusted(policy)
        people.show(if (isFixed) trusted else own, isFixed, seen.displays)
        setBy.show(seen.status, seen.displays)
        val pin = when {
            seen.status.pin.set -> R.string.pin_change
            KEY_LOCK in others -> R.string.pin_set_others
            else -> R.string.pin_set
        }
        say(R.id.set_pin, getString(pin))
        showIf(R.id.set_pin, policy[KEY_LOCK] == "pin")
    }

    private fun trusted(policy: Map<String, Any>) =
        (policy[KEY_TRUSTED] as? List<*>).orEmpty().filterIsInstance<String>()

    private fun changed(): Map<String, Any> {
        val changed = form.changed()
        return if (people.numbers == trusted) changed else changed + (KEY_TRUSTED to people.numbers)
    }

    private fun save() {
        val changed = changed()
        configure(changed) { engine, now -> engine.configure(changed, Origin.PERSON, now) }
    }

    private fun configure(
        wanted: Map<String, Any> = emptyMap(),
        taken: String = getString(R.string.settings_saved),
        change: (Engine, Now) -> ConfigureResult,
    ) {
        say(R.id.result, null)
        showIf(R.id.schedule, false)
        ask(
            { engine, now -> Triple(change(engine, now), read(engine, now), now) },
            failed = ::showFailed,
        ) { (result, seen, now) -> show(result, seen, wanted, taken, now) }
    }

    private fun show(result: ConfigureResult, seen: Seen, wanted: Map<String, Any>, taken: String, now: Now) {
        if (result.refused == Refusal.PIN) return askForPin()
        if (result.accepted) setLanguage(wanted["language"] as? String)
        form.fill(result.policy)
        trusted = trusted(result.policy)
        form.show(result.errors)
        show(result.scheduled)
        showWho(seen, trusted)
        say(R.id.result, if (result.accepted) taken else refusal(result, seen.status))
        val seconds = result.allowedInSeconds
        if (!result.accepted && seconds != null && wanted.isNotEmpty()) offer(wanted, now.wallMs + seconds * SECOND_MS)
    }

    /** What the person wants stays on the screen, and is sent again once the PIN was right. */
    private fun askForPin() {
        say(R.id.result, getString(R.string.settings_locked))
        openFor(PIN, PinActivity.ask(this))
    }

    /** Offers to make the refused change as soon as it may be made, at a full minute. */
    private fun offer(wanted: Map<String, Any>, earliestMs: Long) {
        val atMs = (earliestMs + MINUTE_MS - 1) / MINUTE_MS * MINUTE_MS
        say(R.id.schedule, getString(R.string.schedule_at, timeOfDay(atMs)))
        onPress(R.id.schedule) {
            configure(taken = getString(R.string.settings_later, timeOfDay(atMs))) { engine, now ->
                engine.configureAt(wanted, atMs, Origin.PERSON, now)
            }
        }
    }

    private fun show(scheduled: List<ScheduledChange>) {
        showIf(R.id.scheduled, scheduled.isNotEmpty())
        findViewById<ViewGroup>(R.id.scheduled_lines).show(scheduled.flatMap(::scheduledLines))
    }

    private fun showFailed() = say(R.id.result, getString(R.string.not_saved))

    private fun pick() {
        if (!openFor(PICK, TrustedPeople.picker())) showFailed()
    }

    /** What holds, and each number in it as people write it. */
    private class Seen(val status: Status, val displays: Map<String, String>)

    private companion object {
        const val TRUSTED = "trusted"
        const val PIN = 1
        const val PICK = 2
        const val KEY_TRUSTED = "trusted_contacts"
        const val KEY_LOCK = "lock"
        const val SECOND_MS = 1000L
        const val MINUTE_MS = 60_000L
    }
}
