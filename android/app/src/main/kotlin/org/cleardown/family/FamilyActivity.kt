package org.cleardown.family

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import org.cleardown.R
import org.cleardown.engine.BundleRefusal
import org.cleardown.engine.Relative
import org.cleardown.guard.ask
import org.cleardown.health.Points
import org.cleardown.lock.PinActivity
import org.cleardown.lock.shield
import org.cleardown.onPress
import org.cleardown.platform.openFor
import org.cleardown.platform.readSmall
import org.cleardown.platform.shareText
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.showIf

/** Who may change what on this phone, and how to be rid of them. */
class FamilyActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.family)
        shield()
        onPress(R.id.family_remove, ::remove)
        onPress(R.id.family_open, ::pick)
        onPress(R.id.family_report, ::tellHowItIs)
        onPress(R.id.family_for_someone) { startActivity(screen<ForSomeoneActivity>()) }
    }

    override fun onResume() {
        super.onResume()
        refresh()
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        if (resultCode != RESULT_OK) return
        if (requestCode == PIN) return remove()
        data?.data?.let { file ->
            readSmall(file, MOST_BYTES) { text ->
                if (text == null) showFailed() else startActivity(ImportActivity.intent(this, text))
            }
        }
    }

    private fun refresh() = ask({ engine, now -> engine.status(now) }, failed = ::showFailed) { show(it.relative) }

    private fun show(relative: Relative?) {
        val words = when (relative) {
            null -> getString(R.string.family_nobody)
            else -> getString(R.string.family_may_change, relative.from)
        }
        say(R.id.family_who, words)
        say(R.id.family_code, relative?.let { getString(R.string.family_code, it.fingerprint) })
        say(R.id.family_remove, relative?.let { getString(R.string.family_remove, it.from) })
        showIf(R.id.family_remove, relative != null)
    }

    private fun remove() {
        ask({ engine, now -> engine.removeRelative(now) }, failed = ::showFailed) { result ->
            if (result.refused == BundleRefusal.PIN) {
                openFor(PIN, PinActivity.ask(this))
                return@ask
            }
            say(R.id.result, if (result.refused == null) getString(R.string.family_removed) else refusal(result))
            refresh()
        }
    }

    /** "Is Dad's phone all right?": a short text that the person sends, or does not. */
    private fun tellHowItIs() = ask({ engine, now -> engine.status(now) }, failed = ::showFailed) { status ->
        val missing = Points(this).all(status).filterNot { it.works }.map { it.text }
        val summary = if (missing.isEmpty()) R.string.family_all_right else R.string.family_not_all_right
        val text = (listOf(getString(summary)) + missing).joinToString("\n")
        if (!shareText(text, getString(R.string.family_report))) showFailed()
    }

    private fun pick() {
        say(R.id.result, null)
        val picker = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*")
        if (!openFor(OPEN, picker)) showFailed()
    }

    private fun showFailed() = say(R.id.result, getString(R.string.not_saved))

    private companion object {
        const val PIN = 1
        const val OPEN = 2

        /** One more than the engine takes, so that it says itself that a file is too large. */
        const val MOST_BYTES = 64 * 1024 + 1
    }
}
