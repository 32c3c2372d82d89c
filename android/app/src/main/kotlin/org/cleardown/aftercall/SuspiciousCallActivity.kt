package org.cleardown.aftercall

import android.app.Activity
import android.os.Bundle
import org.cleardown.R
import org.cleardown.engine.PersonSays
import org.cleardown.engine.Screen
import org.cleardown.onPress
import org.cleardown.screen
import org.cleardown.showIf

/** The person reports a suspicious call: on this phone, or on another one. */
class SuspiciousCallActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.suspicious_call)
        onPress(R.id.on_this_phone) { report(PersonSays.SUSPICIOUS_CALL_HERE) }
        onPress(R.id.elsewhere) { report(PersonSays.SUSPICIOUS_CALL_ELSEWHERE) }
    }

    private fun report(what: PersonSays) {
        showIf(R.id.problem, false)
        says(what, failed = { showIf(R.id.problem, true) }) { result ->
            when (result.screen) {
                Screen.AFTER_CALL -> startActivity(AfterCallActivity.intent(this, said = result.reasons))
                Screen.USE_THIS_PHONE -> startActivity(screen<UseThisPhoneActivity>())
                else -> Unit
            }
            finish()
        }
    }
}
