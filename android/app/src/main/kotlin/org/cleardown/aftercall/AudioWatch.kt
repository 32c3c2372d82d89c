package org.cleardown.aftercall

import android.content.Context
import android.os.Handler
import android.os.Looper
import org.cleardown.parts
import org.cleardown.platform.AudioMode
import org.cleardown.platform.Clock
import org.cleardown.platform.audioMode

/**
 * Sees a call end by the audio mode: it rang or was taken, and now the phone is quiet. Needs no
 * permission, but this process has to live; the other signs do not need that.
 */
class AudioWatch(private val app: Context, private val onEnd: () -> Unit) {
    private val ticks = Handler(Looper.getMainLooper())
    private var endMs = 0L
    private var sawCall = false
    private var quiet = 0

    /** Watches until the call is over, two hours at most. */
    fun start() {
        ticks.post {
            stop()
            endMs = Clock.elapsed() + LIMIT_MS
            sawCall = false
            quiet = 0
            tick()
        }
    }

    /** Watches no more. */
    fun stop() = ticks.removeCallbacksAndMessages(null)

    private fun tick() {
        val mode = app.audioMode()
        // The ringing screen of a locked phone comes over our card: put it back once.
        if (mode == AudioMode.RINGING && !sawCall) app.parts.warnings.forward()
        if (mode != AudioMode.QUIET) sawCall = true
        // Some phones are quiet for an instant between ringing and talking.
        quiet = if (sawCall && mode == AudioMode.QUIET) quiet + 1 else 0
        when {
            quiet >= QUIET_TICKS -> onEnd()
            Clock.elapsed() < endMs -> ticks.postDelayed(::tick, TICK_MS)
        }
    }

    private companion object {
        const val TICK_MS = 1000L
        const val QUIET_TICKS = 3
        const val LIMIT_MS = 2 * 60 * 60 * 1000L
    }
}
