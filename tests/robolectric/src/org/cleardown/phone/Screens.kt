package org.cleardown.phone

import android.app.Activity
import android.content.Intent
import android.content.pm.ActivityInfo
import android.net.Uri
import android.os.Bundle
import android.view.View
import org.cleardown.App
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

/** The activity manager: opens the screens that are asked for, in front of each other. */
class Screens(private val app: App, private val turns: Turns) {
    private class Open(val controller: ActivityController<out Activity>) {
        val activity: Activity get() = controller.get()
    }

    private val open = mutableListOf<Open>()
    private val touched = mutableSetOf<Activity>()
    private val made = mutableSetOf<Activity>()

    /** Numbers with which the keypad was opened, in order. */
    val keypads = mutableListOf<String>()

    /** What this app last handed to the phone's choice of other apps. */
    var shared: Intent? = null
        private set

    /** What was opened of other apps besides the keypad, in order. */
    val others = mutableListOf<Intent>()

    /** Whether the phone opens screens at all. */
    var isObliging = true

    /** The screen of this app that is in front, if one is. */
    val front: Activity? get() = open.lastOrNull()?.activity

    /** Whether [activity] came to the front since [mark]. */
    fun isFresh(activity: Activity): Boolean = activity in touched

    /** Whether [activity] was made since [mark]. */
    fun isNew(activity: Activity): Boolean = activity in made

    /** The open screen of this class, if there is one. */
    fun <A : Activity> find(type: Class<A>): A? = open.map(Open::activity).filterIsInstance(type).lastOrNull()

    /** From here on screens count as fresh. */
    fun mark() {
        touched.clear()
        made.clear()
    }

    /** Opens a screen as Android does when it, or another app, sends [intent]. */
    fun start(intent: Intent): Activity? {
        launch(intent)
        turns.settle()
        return front
    }

    /** Another app, or the camera, opens a link that this app understands. */
    fun open(link: String): Activity {
        val view = Intent(Intent.ACTION_VIEW, Uri.parse(link)).addCategory(Intent.CATEGORY_BROWSABLE)
        val found = checkNotNull(app.packageManager.resolveActivity(view, 0)) { "nobody opens $link" }
        return checkNotNull(start(view.setClassName(app, found.activityInfo.name)))
    }

    /** Opens what the app has asked for, and takes away what has finished. */
    fun turn() {
        sweep()
        while (isObliging) {
            val intent = shadowOf(app).nextStartedActivity ?: break
            launch(intent)
            sweep()
        }
    }

    /**
     * Draws the screen in front if anything on it has changed since. On old versions Robolectric draws a screen but
     * once, so that whatever looks after texts before a drawing would see only those that came in time for it.
     */
    fun draw() {
        val page = front?.window?.decorView ?: return
        if (page.isDirty) page.viewTreeObserver.dispatchOnPreDraw()
    }

    /** Presses the view with this id on the screen in front; false if it is not there to be pressed. */
    fun press(id: Int): Boolean {
        val activity = front ?: return false
        val view = activity.window.decorView.see(id) ?: return false
        return press(view)
    }

    /** Presses this view. */
    fun press(view: View): Boolean {
        if (!view.isEnabled || !view.performClick()) return false
        turns.settle()
        return true
    }

    /** Brings an open screen to the front again. */
    fun show(activity: Activity) {
        val screen = open.first { it.activity === activity }
        touched += activity
        if (open.last() === screen) return
        open.last().controller.pause().stop()
        open -= screen
        open += screen
        screen.controller.restart().start().resume().topActivityResumed(true)
        turns.settle()
    }

    /** The person goes away from this screen. */
    fun leave(activity: Activity) {
        activity.finish()
        turns.settle()
    }

    /** The person turns the phone: Android makes the screen anew, from what it kept. */
    fun turn(activity: Activity) {
        open.first { it.activity === activity }.controller.recreate()
        turns.settle()
    }

    /** Android brings a screen back whose process had died, with what it kept of it. */
    fun restore(type: Class<out Activity>, intent: Intent, kept: Bundle) {
        val screen = Open(Robolectric.buildActivity(type, intent))
        open += screen
        screen.controller.create(kept).start().restoreInstanceState(kept).postCreate(kept)
        screen.controller.resume().visible().topActivityResumed(true)
    }

    /** The process has died, and all its screens with it. */
    fun clear() {
        while (open.isNotEmpty()) remove(open.last())
        touched.clear()
        made.clear()
    }

    private fun launch(intent: Intent) {
        val name = intent.component?.className ?: return elsewhere(intent)
        val type = Class.forName(name).asSubclass(Activity::class.java)
        val there = open.lastOrNull { it.activity.javaClass == type && !it.activity.isFinishing }
        if (there != null && isOnlyOnce(intent)) again(there, intent) else create(type, intent)
    }

    @Suppress("DEPRECATION")
    private fun elsewhere(intent: Intent) {
        when (intent.action) {
            Intent.ACTION_DIAL -> keypads += intent.data?.schemeSpecificPart.orEmpty()
            Intent.ACTION_CHOOSER -> shared = intent.getParcelableExtra(Intent.EXTRA_INTENT)
            else -> others += intent
        }
    }

    private fun isOnlyOnce(intent: Intent): Boolean {
        val mode = app.packageManager.getActivityInfo(intent.component!!, 0).launchMode
        return mode != ActivityInfo.LAUNCH_MULTIPLE || intent.flags and Intent.FLAG_ACTIVITY_SINGLE_TOP != 0
    }

    private fun again(screen: Open, intent: Intent) {
        if (open.last() === screen) {
            screen.controller.pause().newIntent(intent).resume()
        } else {
            open.last().controller.pause().stop()
            open -= screen
            open += screen
            screen.controller.restart().start().newIntent(intent).resume().topActivityResumed(true)
        }
        touched += screen.activity
    }

    private fun create(type: Class<out Activity>, intent: Intent) {
        open.lastOrNull()?.controller?.pause()?.stop()
        val screen = Open(Robolectric.buildActivity(type, intent))
        open += screen
        touched += screen.activity
        made += screen.activity
        screen.controller.create()
        if (screen.activity.isFinishing) return
        screen.controller.start().postCreate(null).resume().visible().topActivityResumed(true)
    }

    private fun sweep() {
        while (true) {
            val done = open.lastOrNull { it.activity.isFinishing } ?: return
            val wasFront = open.last() === done
            remove(done)
            if (wasFront) open.lastOrNull()?.controller?.restart()?.start()?.resume()
        }
    }

    private fun remove(screen: Open) {
        open -= screen
        screen.controller.close()
    }
}
