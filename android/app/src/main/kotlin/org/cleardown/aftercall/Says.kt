package org.cleardown.aftercall

import android.app.Activity
import org.cleardown.engine.PersonResult
import org.cleardown.engine.PersonSays
import org.cleardown.guard.ask

/** Tells the engine what the person says, and shows what follows. */
fun Activity.says(
    what: PersonSays,
    number: String? = null,
    failed: () -> Unit,
    show: (PersonResult) -> Unit,
) {
    ask({ engine, now -> engine.person(what, number, now) }, failed) { result ->
        WaitOver.schedule(this, result.coolDownSeconds)
        show(result)
    }
}
