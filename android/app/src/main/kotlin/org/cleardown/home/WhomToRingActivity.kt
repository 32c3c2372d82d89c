package org.cleardown.home

import android.app.Activity
import android.os.Bundle
import org.cleardown.R
import org.cleardown.aftercall.AfterCallFacts
import org.cleardown.aftercall.showPeople
import org.cleardown.aftercall.showRing
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.say
import org.cleardown.spellNumbers

/** Whom the person can ring, at any time. */
class WhomToRingActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.whom_to_ring)
        onPress(R.id.close, ::finish)
    }

    override fun onResume() {
        super.onResume()
        ask(AfterCallFacts.Companion::read, show = ::show)
    }

    private fun show(facts: AfterCallFacts) {
        val status = facts.status
        showRing(facts)
        showPeople(facts)
        val isWaiting = status.coolDownSeconds > 0
        val other = (status.policy["other_phone"] as? String).orEmpty()
        val bank = facts.bank
        say(R.id.whom_wait, if (isWaiting) getString(R.string.whom_wait) else null)
        val isNamed = isWaiting && other.isNotBlank()
        say(R.id.whom_other_phone, if (isNamed) getString(R.string.other_phone_named, other) else null)
        say(R.id.ring_own_bank, bank?.let { getString(R.string.ring_bank, facts.displays[it] ?: it) })
        if (bank != null) onPressRing(R.id.ring_own_bank, bank)
        window.decorView.spellNumbers()
    }
}
