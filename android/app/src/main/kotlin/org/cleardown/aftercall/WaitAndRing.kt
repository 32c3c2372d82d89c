package org.cleardown.aftercall

import android.app.Activity
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.Button
import org.cleardown.R
import org.cleardown.engine.Status
import org.cleardown.onPressRing
import org.cleardown.platform.openKeypad
import org.cleardown.say
import org.cleardown.showIf

/** Fills the layout `wait`: the countdown, and the phone that can be used meanwhile. */
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

/** Fills the layout `ring`: the numbers that everybody may ring, then those the list offers. */
fun Activity.showRing(status: Status) {
    onPressRing(R.id.ring_999, Numbers.EMERGENCY)
    onPressRing(R.id.ring_101, Numbers.POLICE)
    onPressRing(R.id.ring_159, Numbers.BANKS)
    val more = findViewById<ViewGroup>(R.id.ring_more)
    more.removeAllViews()
    val shown = setOf(Numbers.EMERGENCY, Numbers.POLICE, Numbers.BANKS)
    status.ring.filterNot { it.number in shown }.forEach { entry ->
        val button = LayoutInflater.from(this).inflate(R.layout.press, more, false) as Button
        button.text = getString(R.string.ring_number, entry.organisation, entry.display)
        button.tag = entry.number
        button.setOnClickListener { openKeypad(entry.number) }
        more.addView(button)
    }
}

private fun Activity.otherPhone(status: Status): String {
    val name = status.policy["other_phone"] as? String
    if (name.isNullOrBlank()) return getString(R.string.other_phone_any)
    return getString(R.string.other_phone_named, name)
}
