package org.cleardown.lock

import android.app.Activity
import android.view.View

/**
 * From now on this screen takes no press while another app's window lies over it: what is pressed
 * here may not be what is seen.
 */
fun Activity.shield() {
    findViewById<View>(android.R.id.content).filterTouchesWhenObscured = true
}
