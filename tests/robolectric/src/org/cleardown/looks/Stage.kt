package org.cleardown.looks

import android.app.Activity
import android.content.Intent
import org.cleardown.bad.Broken
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.parts
import org.cleardown.phone.Phone

/** A phone with the app, brought into a state by what callers, the network and the person do. */
class Stage(val broken: Broken = Broken()) {
    val phone: Phone get() = broken.phone

    /** The same as if the person had set it. */
    fun set(vararg policy: Pair<String, Any>) = engine { engine, now ->
        check(engine.configure(policy.toMap(), Origin.PERSON, now).accepted)
    }

    /** Asks the app's own engine, on its thread. */
    fun engine(ask: (Engine, Now) -> Unit) {
        phone.app.parts.work.submit { phone.app.parts.engines.use(ask) }
        phone.turns.settle()
    }

    /** A call shows this number, the person takes it, and it ends. */
    fun call(number: String?) {
        broken.ring(number)
        broken.hangUp(number)
    }

    /** A call shows this number; the warning over it. */
    fun ring(number: String?): ViewSight {
        broken.ring(number)
        return window()
    }

    /** Time passes. */
    fun pass(seconds: Int) {
        phone.clock.goTo(phone.clock.storyMs + seconds * SECOND_MS)
        phone.turns.settle()
    }

    /** The warning over the call. */
    fun window() = ViewSight(phone.windows.overlays.single(), isCard = true)

    /** The screen in front. */
    fun front(): ViewSight = sight(checkNotNull(phone.screens.front) { "no screen is open" })

    /** The warning on a locked phone. */
    fun lockedCard() = front().let { ViewSight(it.root, it.activity, isCard = true) }

    /** The app's first screen. */
    fun home(): ViewSight = sight(phone.home())

    /** One of the app's own screens. */
    inline fun <reified A : Activity> screen(): ViewSight = open(Intent(phone.app, A::class.java))

    /** The screen that this intent opens. */
    fun open(intent: Intent): ViewSight {
        phone.screens.start(intent)
        phone.turns.settle()
        return front()
    }

    /** Presses what has this id, in front. */
    fun press(id: Int) = check(phone.screens.press(id)) { "it cannot be pressed" }

    /** The message with this title, by the name of the text. */
    fun message(title: String): MessageSight = MessageSight(phone.notices.all.last { it.title == broken.text(title) })

    private fun sight(activity: Activity) = ViewSight(activity.window.decorView, activity)

    private companion object {
        const val SECOND_MS = 1000L
    }
}
