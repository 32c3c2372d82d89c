package org.cleardown.warning

import android.app.Activity
import android.app.Notification
import android.content.Context
import android.os.Handler
import android.os.Looper
import org.cleardown.R
import org.cleardown.health.Troubles
import org.cleardown.placing.HoldCard
import org.cleardown.platform.isScreenLocked
import org.cleardown.platform.mayDrawOver
import org.cleardown.platform.mayNotify
import org.cleardown.platform.open
import org.cleardown.reasons
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** Every surface that can warn beside a call: a message, a window, and a screen on a locked phone. */
class Warnings(
    private val app: Context,
    private val troubles: Troubles,
    private val onCall: () -> Unit = {},
) {
    private val main = Handler(Looper.getMainLooper())
    private val overlay by lazy { Overlay(app) }
    private var locked: Activity? = null
    @Volatile private var card: WarningCard? = null

    /** Whether a warning is to be seen now. */
    val isUp: Boolean get() = card != null

    /** Shows a warning on every surface there is, and waits a moment for the window. Not for the main thread. */
    fun show(card: WarningCard) {
        this.card = card
        attempt(onCall)
        attempt { notify(card) }
        if (!app.mayDrawOver()) {
            if (!app.mayNotify()) troubles.record("no_surface")
            return
        }
        val isUp = CountDownLatch(1)
        main.post {
            attempt { overlay.show(card, ::hide) }
            isUp.countDown()
        }
        if (app.isScreenLocked()) app.open(card.intent(app))
        isUp.await(WINDOW_LIMIT_MS, TimeUnit.MILLISECONDS)
    }

    /** Says beside a call that is on its way why it would have been held. */
    fun advise(card: HoldCard) = attempt {
        val text = app.reasons(card.reasons).joinToString("\n") { it.text }
        val message = app.message(Channel.WARNING, app.getString(R.string.hold_headline), text)
            .setContentIntent(app.onPressOpen(card.intent(app)))
            .setAutoCancel(true)
        app.post(Message.ADVICE, message)
    }

    /** Brings the card back to the front of a locked phone, when the ringing screen came over it. */
    fun forward() {
        val card = card ?: return
        if (app.isScreenLocked() && app.mayDrawOver()) app.open(card.intent(app))
    }

    /** The locked phone's screen is up; it goes with the other surfaces. For the main thread. */
    fun attach(screen: Activity) {
        locked = screen
    }

    /** That screen is gone. For the main thread. */
    fun detach(screen: Activity) {
        if (locked === screen) locked = null
    }

    /** The person wants to see the call: the message stays, what covers the screen goes. */
    fun hide() {
        card = null
        main.post {
            attempt { overlay.hide() }
            locked?.finish()
        }
    }

    /** The call is over, or another one is here that needs no warning. */
    fun clear() {
        attempt(onCall)
        hide()
        app.withdraw(Message.WARNING)
        app.withdraw(Message.ADVICE)
    }

    private fun notify(card: WarningCard) {
        val text = card.sentences(app).joinToString("\n") { it.text }
        val message = app.message(Channel.WARNING, card.headline(app), text)
            .setCategory(Notification.CATEGORY_CALL)
            .setContentIntent(app.onPressOpen(card.intent(app)))
        app.post(Message.WARNING, message)
    }

    /** One surface that fails must not take the others with it. */
    private fun attempt(show: () -> Unit) {
        try {
            show()
        } catch (_: RuntimeException) {
            troubles.record("no_surface")
        }
    }

    private companion object {
        /** Longest wait for the window, in milliseconds; the message is up already. */
        const val WINDOW_LIMIT_MS = 250L
    }
}
