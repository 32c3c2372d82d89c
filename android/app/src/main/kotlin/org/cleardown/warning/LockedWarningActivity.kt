package org.cleardown.warning

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.Gravity
import android.view.View
import android.view.WindowManager.LayoutParams
import org.cleardown.R
import org.cleardown.parts
import org.cleardown.platform.AudioMode
import org.cleardown.platform.audioMode

/** The warning card on a locked phone, at the top; touches below it reach the call. */
class LockedWarningActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        window.addFlags(LayoutParams.FLAG_NOT_TOUCH_MODAL)
        window.setGravity(Gravity.TOP)
        parts.warnings.attach(this)
        fill(intent)
        // Brought back after this process had died: the call may be over, and nobody would take the card away.
        if (savedInstanceState != null && !parts.warnings.isUp && audioMode() == AudioMode.QUIET) finish()
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

    private fun fill(intent: Intent) {
        val card = WarningCard.of(intent)
        val room = WarningRoom.locked(this, card.isLoud)
        setContentView(room.layout)
        window.setLayout(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT)
        findViewById<View>(R.id.warning).fill(card, room, parts.warnings::hide)
    }
}
