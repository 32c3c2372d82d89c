package org.cleardown.story

import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.phone.Phone
import org.cleardown.phone.read

/** What the phone shows of the wait. */
class Waiting(private val phone: Phone, private val words: Words) {
    private val screens get() = phone.screens

    /** The person opens the app and reads how long there is to wait; null if it does not say. */
    fun secondsAtHome(): Int? {
        val home = phone.home()
        val headline = home.window.decorView.read(R.id.headline)
        val seconds = when {
            words.says(headline, "home_waiting") -> words.seconds(home.window.decorView.read(R.id.countdown))
            words.says(headline, "home_call_running") -> secondsAfterCall()
            READY.any { words.says(headline, it) } -> 0
            else -> null
        }
        screens.leave(home)
        return seconds
    }

    /** Which of the after-call screen's two sides is there to be seen. */
    fun screen(): String {
        val after = screens.find(AfterCallActivity::class.java) ?: return "none"
        screens.show(after)
        return words.screen(after.window.decorView.read(R.id.headline)) ?: "none"
    }

    /** A suspicious call is running: what to do then is on the after-call screen. */
    private fun secondsAfterCall(): Int? {
        val before = screens.find(AfterCallActivity::class.java)
        screens.press(R.id.what_to_do)
        val after = screens.find(AfterCallActivity::class.java) ?: return null
        val seconds = words.seconds(after.window.decorView.read(R.id.countdown))
        if (after !== before) screens.leave(after)
        return seconds
    }

    private companion object {
        val READY = listOf("home_ready", "home_not_ready", "home_other_line")
    }
}
