package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.text.format.DateUtils
import android.widget.CheckBox
import android.widget.TextView
import org.cleardown.R
import org.cleardown.engine.RingNumber
import org.cleardown.engine.Status
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.say
import org.cleardown.showButtons
import org.cleardown.showIf
import org.cleardown.spellNumbers

/** Fills the countdown, and the line about the phone that can be used meanwhile. */
fun Activity.showWait(status: Status, countdown: Countdown) {
    val isWaiting = status.coolDownSeconds > 0
    showIf(R.id.countdown_label, isWaiting)
    showIf(R.id.countdown, isWaiting)
    when {
        !isWaiting -> countdown.stop()
        status.coolDownStarted -> countdown.start(status.coolDownSeconds)
        else -> countdown.hold(status.coolDownSeconds)
    }
    say(R.id.other_phone, if (isWaiting) otherPhone(status) else null)
}

/** Says until when a second call is likely, while it is. */
fun Activity.showAgain(status: Status) = say(R.id.again, mayRingAgain(status))

/** Until when a second call is likely, in words; null if it is not. */
fun Context.mayRingAgain(status: Status): String? {
    val flags = DateUtils.FORMAT_SHOW_TIME or DateUtils.FORMAT_SHOW_WEEKDAY
    val until = status.mayRingAgainUntilMs?.let { DateUtils.formatDateTime(this, it, flags) }
    return until?.let { getString(R.string.they_may_ring_again, it) }
}

/** Fills the layout `ring`: the numbers that everybody may ring, then those the list offers. */
fun Activity.showRing(facts: AfterCallFacts) {
    onPressRing(R.id.ring_999, Numbers.EMERGENCY)
    onPressPolice(R.id.ring_101, facts)
    onPressRing(R.id.ring_159, Numbers.BANKS)
    val fixed = setOf(Numbers.EMERGENCY, Numbers.POLICE, Numbers.BANKS)
    // Their own lines are held while the wait runs, and need a clear head anyway.
    val own = facts.own.takeIf { facts.status.coolDownSeconds == 0 }.orEmpty()
    showMore((own + facts.status.ring).distinctBy { it.number }.filterNot { it.number in fixed })
    val relay = findViewById<CheckBox>(R.id.relay)
    relay.setOnCheckedChangeListener(null)
    relay.isChecked = Relay.isOn(this)
    relay.setOnCheckedChangeListener { _, isOn ->
        Relay.set(this, isOn)
        showRelay(isOn)
    }
    showRelay(relay.isChecked)
}

/** Before the police are rung, what the person wrote down for them is shown. */
fun Activity.onPressPolice(id: Int, facts: AfterCallFacts) = onPress(id) {
    if (facts.note == null) ring(Numbers.POLICE) else startActivity(PoliceActivity.intent(this))
}

private fun Activity.showMore(numbers: List<RingNumber>) =
    showButtons(R.id.ring_more, R.layout.press_ring, numbers, RingNumber::number) { entry ->
        text = getString(R.string.ring_number, entry.organisation, entry.display)
        setOnClickListener { ring(entry.number) }
    }

private fun Activity.showRelay(isOn: Boolean) {
    showIf(R.id.relay_note, isOn)
    val emergency = findViewById<TextView>(R.id.ring_999)
    emergency.setText(if (isOn) R.string.ring_18000 else R.string.ring_999)
    emergency.spellNumbers()
}

private fun Activity.otherPhone(status: Status): String {
    val name = status.policy["other_phone"] as? String
    if (name.isNullOrBlank()) return getString(R.string.other_phone_any)
    return getString(R.string.other_phone_named, name)
}
