package org.cleardown.warning

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.Gravity
import android.view.View
import android.view.WindowManager.LayoutParams
import org.cleardown.R
import org.cleardown.parts

/** The warning card on a locked phone, at the top; touches below it reach the call. */
class LockedWarningActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        window.addFlags(LayoutParams.FLAG_NOT_TOUCH_MODAL)
        window.setGravity(Gravity.TOP)
        setContentView(R.layout.warning_card)
        window.setLayout(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT)
        parts.warnings.attach(this)
        fill(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        fill(intent)
    }

    override fun onDestroy() {
        parts.warnings.detach(this)
        super.onDestroy()
    }

    private fun fill(intent: Intent) =
        findViewById<View>(R.id.warning).fill(WarningCard.of(intent), parts.warnings::hide)
}
