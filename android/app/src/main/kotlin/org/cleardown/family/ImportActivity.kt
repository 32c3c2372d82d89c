package org.cleardown.family

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import org.cleardown.R
import org.cleardown.engine.BundleRefusal
import org.cleardown.engine.BundleResult
import org.cleardown.guard.ask
import org.cleardown.lock.PinActivity
import org.cleardown.lock.shield
import org.cleardown.onPress
import org.cleardown.platform.openFor
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.settings.displays
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.spellNumbers

/**
 * Settings that somebody made for this phone: says whose they are and what they change, and asks.
 * Any app can open this; nothing is taken unless it is signed by the one relative, and the owner presses.
 */
class ImportActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.family_import)
        shield()
        onPress(R.id.family_take, ::take)
        onPress(R.id.close, ::finish)
        look()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        look()
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) = look()

    private fun look() {
        val content = content()
        ask({ engine, now ->
            val result = engine.previewBundle(content, now)
            result to engine.displays(numbers(result), now)
        }, failed = ::showFailed) { (result, displays) -> show(result, displays) }
    }

    private fun take() {
        val content = content()
        ask(
            { engine, now -> engine.importBundle(content, now) to engine.status(now) },
            failed = ::showFailed,
        ) { (result, status) ->
            if (result.refused != null) return@ask show(result, emptyMap())
            say(R.id.headline, getString(R.string.family_taken))
            say(R.id.result, getString(R.string.family_taken_text, result.sender?.from))
            hide()
            if (status.policy["lock"] == "pin" && !status.pin.set) startActivity(PinActivity.set(this))
        }
    }

    private fun show(result: BundleResult, displays: Map<String, String>) {
        hide()
        val sender = result.sender
        say(R.id.headline, getString(R.string.family_from, sender?.from ?: getString(R.string.family_somebody)))
        if (result.refused != null && result.refused != BundleRefusal.PIN) {
            say(R.id.headline, getString(R.string.family_refused))
            return say(R.id.result, refusal(result))
        }
        say(R.id.result, null)
        val who = if (result.isFirst) R.string.family_first else R.string.family_again
        say(R.id.family_who, getString(who, sender?.from))
        say(R.id.family_code, getString(R.string.family_code, sender?.fingerprint))
        showIf(R.id.family_changes, true)
        findViewById<ViewGroup>(R.id.family_changes).show(changes(result, displays))
        window.decorView.spellNumbers()
        showIf(R.id.family_take, result.refused == null)
        showIf(R.id.family_pin, result.refused == BundleRefusal.PIN)
        onPress(R.id.family_pin) { openFor(0, PinActivity.ask(this)) }
    }

    private fun hide() = listOf(
        R.id.family_who,
        R.id.family_code,
        R.id.family_changes,
        R.id.family_take,
        R.id.family_pin,
    ).forEach { showIf(it, false) }

    private fun showFailed() {
        hide()
        say(R.id.result, getString(R.string.not_saved))
    }

    /** A link that was opened, or what our own file picker read. Extras may come from anyone. */
    private fun content(): String = try {
        intent.dataString ?: intent.getStringExtra(CONTENT).orEmpty()
    } catch (_: RuntimeException) {
        ""
    }

    companion object {
        private const val CONTENT = "content"

        /** Shows the settings in this text of a file. */
        fun intent(context: Context, content: String): Intent =
            context.screen<ImportActivity>().putExtra(CONTENT, content)
    }
}
