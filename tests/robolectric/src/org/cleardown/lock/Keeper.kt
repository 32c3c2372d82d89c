package org.cleardown.lock

import android.app.Activity
import android.content.Intent
import android.graphics.Rect
import android.os.SystemClock
import android.view.MotionEvent
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.engine.Status
import org.cleardown.parts
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.settings.SettingsActivity
import org.robolectric.Shadows.shadowOf

/** A phone whose settings somebody locks, and somebody tries to weaken. */
class Keeper(val broken: Broken = Broken()) {
    val phone = broken.phone

    val front: Activity get() = checkNotNull(phone.screens.front)

    val page: View get() = front.window.decorView

    val result: String? get() = page.read(R.id.result)

    val status: Status get() = phone.app.parts.engines.use { engine, now -> engine.status(now) }

    fun text(id: Int, vararg gaps: Any): String = phone.app.getString(id, *gaps)

    fun press(id: Int) = check(phone.screens.press(id)) { "it cannot be pressed" }

    fun type(id: Int, text: String) = (checkNotNull(page.see(id)) as EditText).setText(text)

    fun choose(id: Int) = (checkNotNull(page.see(id)) as RadioButton).performClick()

    fun settings() = checkNotNull(phone.screens.start(Intent(phone.app, SettingsActivity::class.java)))

    /** Chooses the lock on the settings screen, and sets this PIN. */
    fun lock(pin: String = PIN) {
        val settings = settings()
        choose(R.id.lock_pin)
        press(R.id.save)
        press(R.id.set_pin)
        type(R.id.pin, pin)
        type(R.id.pin_again, pin)
        press(R.id.pin_done)
        phone.turns.until { status.pin.set && front is SettingsActivity }
        phone.screens.leave(settings)
    }

    /** On the settings screen: tries to hold no calls any more. */
    fun weaken() {
        settings()
        choose(R.id.hold_advise)
        press(R.id.save)
    }

    /** Gives this PIN on the screen in front. */
    fun give(pin: String) {
        type(R.id.pin, pin)
        press(R.id.pin_done)
        phone.turns.until { front !is PinActivity || result !in listOf(null, text(R.string.pin_wait)) }
        phone.turns.settle()
        answerWhoAsked()
    }

    /** Android tells the screen that asked for the PIN that it was given. */
    private fun answerWhoAsked() {
        if (front is PinActivity) return
        val asked = shadowOf(front).nextStartedActivityForResult ?: return
        shadowOf(front).receiveResult(asked.intent, Activity.RESULT_OK, null)
        phone.turns.settle()
    }

    fun policy(key: String): Any? = status.policy[key]

    fun pass(seconds: Int) {
        phone.clock.goTo(phone.clock.storyMs + seconds * SECOND_MS)
        phone.turns.settle()
    }

    /** Touches the view as a finger does, while another app's window lies over it or not. */
    fun touch(view: View, isObscured: Boolean) {
        val flags = if (isObscured) MotionEvent.FLAG_WINDOW_IS_OBSCURED else 0
        view.requestRectangleOnScreen(Rect(0, 0, view.width, view.height), true)
        phone.turns.settle()
        val (x, y) = IntArray(2).also(view::getLocationInWindow).map { it + 2f }
        listOf(MotionEvent.ACTION_DOWN, MotionEvent.ACTION_UP).forEach { action ->
            val properties = MotionEvent.PointerProperties()
            val coordinates = MotionEvent.PointerCoords().also {
                it.x = x
                it.y = y
            }
            val now = SystemClock.uptimeMillis()
            val event = MotionEvent.obtain(
                now, now, action, 1, arrayOf(properties), arrayOf(coordinates), 0, 0, 1f, 1f, 0, 0, 0, flags,
            )
            front.dispatchTouchEvent(event)
        }
        phone.turns.settle()
    }

    companion object {
        const val PIN = "4711"
        private const val SECOND_MS = 1000L
    }
}
