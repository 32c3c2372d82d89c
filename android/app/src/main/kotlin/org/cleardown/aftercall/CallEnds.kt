package org.cleardown.aftercall

import android.content.Context
import org.cleardown.engine.AfterEnd
import org.cleardown.engine.EndedCall
import org.cleardown.engine.Screen
import org.cleardown.parts
import org.cleardown.platform.AudioMode
import org.cleardown.platform.Clock
import org.cleardown.platform.audioMode
import org.cleardown.platform.mayDrawOver
import org.cleardown.platform.open

/**
 * Where every sign of a call's end arrives: Android's own screen intent, the phone state, the audio
 * mode. They come in any order; the engine counts a call once, and what it says is told once.
 */
class CallEnds(private val app: Context) : AutoCloseable {
    private val audio = AudioWatch(app) { idle(answered = null) }
    @Volatile private var told: AfterEnd? = null
    @Volatile private var toldMs = 0L

    /** A warning is up: watches the audio mode for the end of the call, as long as this process lives. */
    fun watchAudio() = audio.start()

    /**
     * Android opened the after-call screen. If another sign was quicker, its answer of a moment ago
     * is given again. On the engine's thread.
     */
    fun postCall(end: EndedCall): AfterEnd {
        val after = ended(end)
        val before = told
        val isRecent = Clock.elapsed() - toldMs < RECENT_MS
        told = null
        return if (after.screen == Screen.NONE && before != null && isRecent) before else after
    }

    /** No call is running any more. Shows what is to be said. Does not wait; calls [done] at the end. */
    fun idle(answered: Boolean?, done: () -> Unit = {}) = app.parts.work.submit {
        try {
            val after = ended(EndedCall(number = null, identified = false, answered, inCall = false))
            told = after
            toldMs = Clock.elapsed()
            announce(after)
        } finally {
            done()
        }
    }

    override fun close() = audio.stop()

    /** Says on every surface what follows from the end of a call. */
    private fun announce(after: AfterEnd) {
        when (after.screen) {
            Screen.AFTER_CALL -> {
                val isOpen = app.mayDrawOver() && app.open(AfterCallActivity.intent(app, isNew = true))
                AfterCallMessage.post(app, after, alone = !isOpen)
            }
            Screen.QUESTION -> QuestionMessage.post(app, number = null)
            else -> Unit
        }
    }

    private fun ended(end: EndedCall): AfterEnd {
        val after = app.parts.engines.use { engine, now -> engine.ended(end, now) }
        // Other apps can say that a call ended, too: while it rings or runs, only the engine is believed.
        val isQuiet = !end.identified || app.audioMode() == AudioMode.QUIET
        if (isQuiet || after.call != null) app.parts.warnings.clear()
        if (isQuiet) audio.stop()
        WaitOver.schedule(app, after.coolDownSeconds)
        // Nobody waits now, and some phones never open the app.
        app.parts.managed.refresh()
        return after
    }

    private companion object {
        /** How long two signs may mean the same call, in milliseconds. */
        const val RECENT_MS = 10_000L
    }
}
