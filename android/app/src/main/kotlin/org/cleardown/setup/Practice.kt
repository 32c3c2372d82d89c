package org.cleardown.setup

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.os.Handler
import android.os.Looper
import org.cleardown.R
import org.cleardown.engine.Alert
import org.cleardown.platform.AudioMode
import org.cleardown.platform.Clock
import org.cleardown.platform.audioMode
import org.cleardown.platform.mayDrawOver
import org.cleardown.warning.Channel
import org.cleardown.warning.Message
import org.cleardown.warning.Overlay
import org.cleardown.warning.WarningCard
import org.cleardown.warning.message
import org.cleardown.warning.onPressOpen
import org.cleardown.warning.post
import org.cleardown.warning.withdraw

/**
 * A practice of the warnings on this phone. It tells the engine nothing, so it starts no wait, writes
 * no call down and holds none; a real call ends it at once. For the main thread, but for [stop].
 */
class Practice(private val app: Context) : AutoCloseable {
    private val main = Handler(Looper.getMainLooper())
    private val overlay by lazy { Overlay(app) }
    private val cameUp = mutableSetOf<Surface>()
    @Volatile private var isOn = false

    /** Whether the person said that they saw the warning. */
    var wasSeen = false

    /** Whether the last practice was broken off by a call. */
    var wasBroken = false
        private set

    /** Called when a call broke the practice off. */
    var onBroken: () -> Unit = {}

    /** Whether a practice is under way. */
    val isRunning: Boolean get() = isOn

    /** Shows the warning as a message and as a window; false while a call rings or runs. */
    fun start(): Boolean {
        if (app.audioMode() != AudioMode.QUIET) return false
        cameUp.clear()
        wasSeen = false
        wasBroken = false
        isOn = true
        val card = card()
        attempt { notify(card) }
        if (app.mayDrawOver()) attempt { overlay.show(card, overlay::hide) }
        watch()
        return true
    }

    /** [surface] is in front of the person. */
    fun seen(surface: Surface) {
        if (isOn) cameUp += surface
    }

    /** Takes the warning away; what came up of it stays known. */
    fun hideWarning() {
        look()
        attempt(overlay::hide)
        attempt { app.withdraw(Message.PRACTICE) }
    }

    /** The practice is at its end: keeps what came up. */
    fun finish() {
        if (!isOn) return
        hideWarning()
        quiet()
        Practised(Clock.now(app).wallMs, cameUp.toSet(), wasSeen).keep(app)
    }

    /** There is a real call: everything of the practice goes. From any thread. */
    fun stop() {
        if (!isOn) return
        main.post {
            if (!isOn) return@post
            quiet()
            hideWarning()
            wasBroken = true
            onBroken()
        }
    }

    /** The person has left the practice; what was seen so far does not count. */
    fun cancel() {
        if (isOn) hideWarning()
        quiet()
    }

    override fun close() {
        cancel()
        onBroken = {}
    }

    private fun quiet() {
        isOn = false
        main.removeCallbacksAndMessages(null)
    }

    private fun watch() {
        if (!isOn) return
        look()
        if (app.audioMode() == AudioMode.QUIET) main.postDelayed(::watch, TICK_MS) else stop()
    }

    /** What can be known of the warning's own surfaces. */
    private fun look() {
        if (overlay.isUp) cameUp += Surface.WINDOW
        val shown = app.getSystemService(NotificationManager::class.java).activeNotifications.orEmpty()
        if (shown.any { it.id == Message.PRACTICE.ordinal + 1 }) cameUp += Surface.MESSAGE
    }

    private fun notify(card: WarningCard) {
        val text = card.sentences(app).joinToString("\n") { it.text }
        val message = app.message(Channel.WARNING, card.headline(app), text)
            .setCategory(Notification.CATEGORY_CALL)
            .setContentIntent(app.onPressOpen(SetupActivity.intent(app, SetupPage.PRACTICE)))
        app.post(Message.PRACTICE, message)
    }

    /** A surface that fails counts as one that did not come up. */
    private fun attempt(show: () -> Unit) {
        try {
            show()
        } catch (_: RuntimeException) {
            return
        }
    }

    private fun card() = WarningCard(
        alert = Alert.WARNING,
        reasons = listOf("listed_unknown"),
        organisation = app.getString(R.string.practice_organisation),
        confidence = null,
        rangEmergency = null,
        isPractice = true,
    )

    private companion object {
        const val TICK_MS = 300L
    }
}
