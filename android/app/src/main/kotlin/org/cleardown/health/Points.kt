package org.cleardown.health

import android.app.Activity
import android.content.Intent
import org.cleardown.R
import org.cleardown.engine.Status
import org.cleardown.lock.PinActivity
import org.cleardown.platform.isKeptFromBackground
import org.cleardown.platform.mayNotify
import org.cleardown.platform.offers
import org.cleardown.platform.showsByItself
import org.cleardown.setup.PhoneSettings
import org.cleardown.setup.Practised
import org.cleardown.setup.SetupActivity
import org.cleardown.setup.SetupPage
import org.cleardown.setup.Step
import org.cleardown.setup.Surface
import org.cleardown.sync.date
import org.cleardown.warning.Channel

/**
 * One thing that should work on this phone.
 *
 * @property code for the report.
 * @property mend opens what mends it; null where nothing has to be, or nothing can.
 */
class Point(val code: String, val text: String, val works: Boolean, val mend: Intent? = null)

/** Every thing that should work, as it is now; [status] is null if the engine could not be asked. */
class Points(private val screen: Activity) {
    /** From what a warning needs first to what is only good to have. */
    fun all(status: Status?): List<Point> = buildList {
        add(point("native", R.string.health_native, works = status != null, mend = null))
        status?.let { add(list(it)) }
        Step.entries.forEach { add(step(it)) }
        if (screen.mayNotify()) add(channel())
        add(background())
        add(practice())
        status?.let(::pin)?.let(::add)
    }

    private fun list(status: Status): Point = when {
        status.list == null -> point("list", R.string.health_list, works = false, mend = null)
        status.sync.isStale -> Point("list", screen.getString(R.string.health_list_stale), works = false)
        status.list?.bundled == true -> Point("list", screen.getString(R.string.health_list_built_in), works = true)
        else -> point("list", R.string.health_list, works = true, mend = null)
    }

    private fun step(step: Step): Point {
        val page = SetupPage.entries.first { step in it.steps }
        val isOffered = step.role?.let(screen::offers) ?: true
        val mend = SetupActivity.intent(screen, page).takeIf { isOffered }
        return point(step.name.lowercase(), step.health, step.isOn(screen), mend)
    }

    private fun channel(): Point =
        point(
            "channel",
            R.string.health_channel,
            screen.showsByItself(Channel.WARNING.id),
            PhoneSettings.warnings(screen)
        )

    private fun background(): Point =
        point("background", R.string.health_background, !screen.isKeptFromBackground(), PhoneSettings.app(screen))

    private fun practice(): Point {
        val last = Practised.last(screen)
        val mend = SetupActivity.intent(screen, SetupPage.PRACTICE)
        if (last == null) return Point("practice", screen.getString(R.string.health_practice_none), works = false, mend)
        val isGood = last.wasSeen && last.cameUp.size == Surface.entries.size
        val words = if (isGood) R.string.health_practice_good else R.string.health_practice_partly
        return Point("practice", screen.getString(words, screen.date(last.atMs)), isGood, mend)
    }

    /** Whether there is a PIN, where somebody wants one; null where nobody does. */
    private fun pin(status: Status): Point? {
        if (status.policy["lock"] != "pin") return null
        return point("pin", R.string.health_pin, status.pin.set, PinActivity.set(screen))
    }

    private fun point(code: String, name: Int, works: Boolean, mend: Intent?): Point {
        val words = if (works) R.string.health_works else R.string.health_missing
        return Point(code, screen.getString(words, screen.getString(name)), works, mend)
    }
}
