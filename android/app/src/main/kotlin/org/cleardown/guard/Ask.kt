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

/** Tells the engine something for which nobody waits. */
fun Context.tell(message: (Engine, Now) -> Unit) {
    val parts = parts
    parts.work.submit { parts.engines.use(message) }
}

private fun Activity.onScreen(show: () -> Unit) = runOnUiThread {
    if (!isDestroyed) show()
}
