package org.cleardown.guard

import android.app.Activity
import android.content.Context
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.parts

/**
 * Asks the engine on its own thread, then shows the answer on the screen's, unless the screen is
 * gone. If the engine fails, [failed] is called instead and the trouble is noted.
 */
fun <T> Activity.ask(
    question: (Engine, Now) -> T,
    failed: () -> Unit = {},
    show: (T) -> Unit,
) = parts.work.submit {
    try {
        val answer = parts.engines.use(question)
        onScreen { show(answer) }
    } catch (failure: Throwable) {
        onScreen(failed)
        throw failure
    }
}

/**
 * As [ask], for what takes a second: the engine is asked on a thread of its own, so that calls are
 * decided meanwhile.
 */
fun <T> Activity.askAside(
    question: (Engine, Now) -> T,
    failed: () -> Unit = {},
    show: (T) -> Unit,
) = ask({ engine, now -> engine to now }, failed) { (engine, now) ->
    parts.aside.submit {
        try {
            val answer = question(engine, now)
            onScreen { show(answer) }
        } catch (failure: Throwable) {
            onScreen(failed)
            throw failure
        }
    }
}

/** Tells the engine something for which nobody waits. */
fun Context.tell(message: (Engine, Now) -> Unit) {
    val parts = parts
    parts.work.submit { parts.engines.use(message) }
}

private fun Activity.onScreen(show: () -> Unit) = runOnUiThread {
    if (!isDestroyed) show()
}
