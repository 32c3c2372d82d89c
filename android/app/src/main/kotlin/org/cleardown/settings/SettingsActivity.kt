package org.cleardown.settings

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.os.Bundle
import org.cleardown.R
import org.cleardown.engine.ConfigureResult
import org.cleardown.engine.Origin
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.platform.isInCall
import org.cleardown.say

/** Every setting. The engine checks them, and refuses weaker ones while there may be pressure. */
class SettingsActivity : Activity() {
    private lateinit var form: PolicyForm
    private lateinit var people: TrustedPeople

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.settings)
        form = PolicyForm(this)
        people = TrustedPeople(this)
        onPress(R.id.save, ::save)
        onPress(R.id.trusted_add, ::pick)
        val kept = savedInstanceState?.getStringArray(TRUSTED)
        if (kept != null) people.show(kept.toList()) else load()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putStringArray(TRUSTED, people.numbers.toTypedArray())
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        val picked = data?.data
        if (resultCode == RESULT_OK && picked != null) people.add(picked)
    }

    private fun load() = ask({ engine, now -> engine.status(now) }, failed = ::showFailed) { show(it.policy) }

    private fun show(policy: Map<String, Any>) {
        form.fill(policy)
        people.show((policy["trusted_contacts"] as? List<*>).orEmpty().filterIsInstance<String>())
    }

    private fun save() {
        say(R.id.result, null)
        val policy = form.read() + ("trusted_contacts" to people.numbers)
        val inCall = isInCall()
        ask(
            { engine, now -> engine.configure(policy, Origin.PERSON, inCall, now) },
            failed = ::showFailed,
            show = ::show,
        )
    }

    private fun show(result: ConfigureResult) {
        show(result.policy)
        form.show(result.errors)
        say(R.id.result, if (result.accepted) getString(R.string.settings_saved) else notNow(result.allowedInSeconds))
    }

    private fun showFailed() = say(R.id.result, getString(R.string.not_saved))

    private fun pick() = try {
        @Suppress("DEPRECATION")
        startActivityForResult(TrustedPeople.picker(), 0)
    } catch (_: ActivityNotFoundException) {
        showFailed()
    }

    private companion object {
        const val TRUSTED = "trusted"
    }
}
