package org.cleardown.aftercall

import android.app.Activity
import android.os.Bundle
import android.widget.TextView
import org.cleardown.R
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.onPressRing
import org.cleardown.say
import org.cleardown.showIf
import org.cleardown.spellNumbers

/** The call came on another phone or in another app: this phone is the one to ring from now. */
class UseThisPhoneActivity : Activity() {
    private lateinit var countdown: Countdown

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.use_this_phone)
        countdown = Countdown(findViewById(R.id.countdown), onOver = ::refresh)
        findViewById<TextView>(R.id.countdown_label).setText(R.string.use_this_countdown)
        onPress(R.id.close, ::finish)
        onPressRing(R.id.ring_999, Numbers.EMERGENCY)
        onPressRing(R.id.ring_101, Numbers.POLICE)
        onPressRing(R.id.ring_159, Numbers.BANKS)
    }

    override fun onResume() {
        super.onResume()
        refresh()
    }

    override fun onPause() {
        countdown.stop()
        super.onPause()
    }

    private fun refresh() = ask(AfterCallFacts.Companion::read, show = ::show)

    private fun show(facts: AfterCallFacts) {
        val status = facts.status
        val isWaiting = status.otherLineSeconds > 0
        showIf(R.id.wait_card, isWaiting)
        if (isWaiting) countdown.start(status.otherLineSeconds) else countdown.stop()
        say(R.id.wait, getString(if (isWaiting) R.string.use_this_text else R.string.use_this_over))
        onPress(R.id.take_details) { startActivity(DetailsActivity.intent(this, facts.call?.id)) }
        showPeople(facts)
        showRing(facts)
        window.decorView.spellNumbers()
    }
}
