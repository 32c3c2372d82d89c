package org.cleardown.phone

import android.os.Looper
import org.cleardown.App
import org.robolectric.Shadows.shadowOf
import java.util.concurrent.CountDownLatch

/**
 * Lets the phone work. The main thread is the test's own, so it has to be given its turns; the app's
 * engine thread runs by itself, in real time. Only waits: nothing is read from the app here.
 */
class Turns(private val app: App) {
    private val main = shadowOf(Looper.getMainLooper())

    /** Done at every turn: the phone opens the screens that were asked for. */
    var everyTurn: () -> Unit = {}

    /** Done when the app has nothing left to do: the phone draws what has changed on the screen. */
    var atRest: () -> Unit = {}

    /** Longest real time for the engine's thread to come to an end, in milliseconds. */
    var patienceMs = LONG_MS

    /** Gives turns until [done], for [limitMs] of real time at most. False if that was not enough. */
    fun until(limitMs: Long = LONG_MS, done: () -> Boolean): Boolean {
        val end = System.nanoTime() + limitMs * 1_000_000
        while (true) {
            main.idle()
            everyTurn()
            if (done()) return true
            if (System.nanoTime() > end) return false
            Thread.sleep(0, 300_000)
        }
    }

    /** Gives turns until the app has nothing left to do. */
    fun settle() {
        repeat(ROUNDS) {
            val through = CountDownLatch(1)
            app.parts.work.submit { through.countDown() }
            until(patienceMs) { through.count == 0L }
        }
        until { true }
        atRest()
    }

    private companion object {
        const val LONG_MS = 8_000L

        /** An answer on the main thread may ask the engine again; this many times at most. */
        const val ROUNDS = 4
    }
}
