package org.cleardown.sync

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.ProgressBar
import org.cleardown.R
import org.cleardown.engine.Status
import org.cleardown.engine.SyncBy
import org.cleardown.onPress
import org.cleardown.parts
import org.cleardown.say
import org.cleardown.show
import org.cleardown.showIf

/** The part of a screen that tells of the list and lets a person renew it; [refresh] asks for the state anew. */
class UpdatePanel(private val screen: Activity, private val refresh: () -> Unit) {
    private val update = screen.parts.update
    private val bar = screen.findViewById<ProgressBar>(R.id.update_bar)
    private var shown: UpdateState = UpdateState.Idle

    init {
        screen.onPress(R.id.update_now) { update.start(SyncBy.PERSON) }
    }

    /** The screen is in sight: follows what the update does. */
    fun resume() {
        update.onChange = ::follow
        follow()
    }

    /** It is not any more. */
    fun pause() {
        update.onChange = {}
    }

    /** Tells of the list. */
    fun show(status: Status) {
        screen.findViewById<ViewGroup>(R.id.list_lines).show(screen.listHealth(status, update.state))
        screen.showIf(R.id.update_now, status.sync.publishers.isNotEmpty())
    }

    private fun follow() {
        val state = update.state
        val titles = { id: String -> update.titles[id] }
        screen.say(R.id.update_result, screen.updateText(state, titles))
        val running = state as? UpdateState.Running
        bar.visibility = if (running == null) View.GONE else View.VISIBLE
        bar.isIndeterminate = running == null || running.ofBytes <= 0
        bar.max = SCALE
        if (running != null && running.ofBytes > 0) bar.progress = share(running)
        screen.findViewById<View>(R.id.update_now).run {
            isEnabled = running == null
            alpha = if (isEnabled) 1f else FADED
        }
        if (state is UpdateState.Ended && state !== shown) refresh()
        shown = state
    }

    private fun share(state: UpdateState.Running): Int =
        (state.doneBytes * SCALE / state.ofBytes).toInt().coerceAtMost(SCALE)

    private companion object {
        const val SCALE = 1000

        /** How a button looks that cannot be pressed now. */
        const val FADED = 0.5f
    }
}
