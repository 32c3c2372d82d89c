package org.cleardown.aftercall

import android.app.Activity
import android.view.View
import org.cleardown.R
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.say
import org.cleardown.showIf

/** Fills the steps of the layout `after_steps`. Each button opens the keypad, or a text that is ready to send. */
fun Activity.showSteps(facts: AfterCallFacts) {
    val bank = facts.bank
    showIf(R.id.step_159, bank != null)
    if (bank == null) {
        say(R.id.step_bank, getString(R.string.step_bank))
        say(R.id.ring_bank, getString(R.string.ring_159))
    } else {
        say(R.id.step_bank, getString(R.string.step_bank_own))
        say(R.id.ring_bank, getString(R.string.ring_bank, facts.displays[bank] ?: bank))
    }
    onPressRing(R.id.ring_bank, bank ?: Numbers.BANKS)
    onPressRing(R.id.step_159, Numbers.BANKS)
    onPressRing(R.id.step_999, Numbers.EMERGENCY)
    onPressPolice(R.id.step_101, facts)
    onPressRing(R.id.ring_report_fraud, Numbers.REPORT_FRAUD)
    findViewById<View>(R.id.check_forwarding).contentDescription = getString(R.string.check_forwarding_spoken)
    onPress(R.id.check_forwarding) { showKeypad(Numbers.WHERE_CALLS_GO) }
    val number = facts.status.flagged?.run { display ?: number }
    showIf(R.id.step_text, number != null)
    onPress(R.id.text_7726) { showText(Numbers.BAD_CALLS, getString(R.string.text_7726_body, number)) }
}
