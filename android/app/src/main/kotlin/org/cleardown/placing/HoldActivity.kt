package org.cleardown.placing

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.ViewTreeObserver
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.AfterCallFacts
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.platform.isDisplayOn
import org.cleardown.warning.Message
import org.cleardown.warning.withdraw

/**
 * Why a call is held, and what can be done instead. The call is cancelled only after this screen has
 * said that it is in front of the person.
 */
class HoldActivity : Activity() {
    private lateinit var card: HoldCard
    private lateinit var view: HoldView
    private lateinit var callAnyway: CallAnyway

    /** What became of the call; null while nobody knows. */
    private var isHeld: Boolean? = null

    /** Whether the phone was not in use when the call was dialled: by a watch, a headset, a car. */
    private var isAway = false

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.hold)
        isAway = !isDisplayOn()
        callAnyway = CallAnyway(this, TwoTaps(savedInstanceState?.getLong(FIRST_TAP) ?: 0L))
        view = HoldView(this, callAnyway, onWaitOver = ::refresh)
        onPress(R.id.close, ::finish)
        onPress(R.id.what_to_do) { startActivity(AfterCallActivity.intent(this)) }
        if (savedInstanceState?.containsKey(HELD) == true) isHeld = savedInstanceState.getBoolean(HELD)
        open(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        val isOther = HoldCard.of(intent).id != card.id
        setIntent(intent)
        if (isOther) {
            isHeld = null
            callAnyway.restart()
        }
        open(intent)
        refresh()
        reportWhenSeen()
    }

    override fun onResume() {
        super.onResume()
        refresh()
        reportWhenSeen()
    }

    override fun onPause() {
        view.stop()
        callAnyway.stop()
        super.onPause()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putLong(FIRST_TAP, callAnyway.firstTapMs)
        isHeld?.let { outState.putBoolean(HELD, it) }
    }

    override fun onDestroy() {
        if (isFinishing) withdraw(Message.HELD)
        super.onDestroy()
    }

    private fun open(intent: Intent) {
        card = HoldCard.of(intent)
        view.show(card)
        if (card.id == 0) settled(false)
        isHeld?.let { view.settled(card, it) }
        parts.holds.watch(card.id) { isHeld -> runOnUiThread { settled(isHeld) } }
    }

    private fun settled(isHeld: Boolean) {
        val isNew = this.isHeld != isHeld
        this.isHeld = isHeld
        view.settled(card, isHeld)
        if (isHeld && isNew) HeldMessage.post(this, card, isAway)
    }

    private fun refresh() = ask(AfterCallFacts.Companion::read) { facts -> view.show(card, facts) }

    /** In front and about to be drawn: now the person sees why. */
    private fun reportWhenSeen() {
        val tree = window.decorView.viewTreeObserver
        tree.addOnPreDrawListener(object : ViewTreeObserver.OnPreDrawListener {
            override fun onPreDraw(): Boolean {
                window.decorView.viewTreeObserver.removeOnPreDrawListener(this)
                parts.holds.seen(card.id)
                return true
            }
        })
        window.decorView.invalidate()
    }

    private companion object {
        const val FIRST_TAP = "first_tap"
        const val HELD = "held"
    }
}
