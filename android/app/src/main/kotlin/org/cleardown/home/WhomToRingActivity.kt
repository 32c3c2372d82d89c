package org.cleardown.home

import android.app.Activity
import android.os.Bundle
import org.cleardown.R
import org.cleardown.aftercall.showRing
import org.cleardown.engine.Status
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.say

/** Whom the person can ring, at any time. */
class WhomToRingActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.whom_to_ring)
        onPress(R.id.close, ::finish)
    }

    override fun onResume() {
        super.onResume()
        ask({ engine, now -> engine.status(now) }, show = ::show)
    }

    private fun show(status: Status) {
        showRing(status)
        val isWaiting = status.coolDownSeconds > 0
        val other = (status.policy["other_phone"] as? String).orEmpty()
        val bank = (status.policy["bank_number"] as? String).orEmpty()
        say(R.id.whom_wait, if (isWaiting) getString(R.string.whom_wait) else null)
        val isNamed = isWaiting && other.isNotBlank()
        say(R.id.whom_other_phone, if (isNamed) getString(R.string.other_phone_named, other) else null)
        say(R.id.ring_own_bank, bank.ifBlank { null }?.let { getString(R.string.ring_bank, it) })
        if (bank.isNotBlank()) onPressRing(R.id.ring_own_bank, bank)
    }
}
