package org.cleardown.platform

import android.app.Activity
import android.os.Build
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

/**
 * Takes the phone's "back" for a screen while [isTaken]. From Android 13 on the phone wants to know
 * beforehand; older ones ask the screen in its `onBackPressed`.
 */
class Back(private val screen: Activity, private val act: () -> Unit) {
    private var registered: Any? = null

    /** Whether "back" means [act] now; else the phone leaves the screen. */
    var isTaken: Boolean = false
        set(value) {
            if (field == value) return
            field = value
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) register(value)
        }

    /** For `onBackPressed`: true if the press was used here. */
    fun pressed(): Boolean = isTaken.also { if (it) act() }

    private fun register(value: Boolean) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        val dispatcher = screen.onBackInvokedDispatcher
        if (value) {
            val callback = OnBackInvokedCallback(act)
            dispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, callback)
            registered = callback
        } else {
            (registered as? OnBackInvokedCallback)?.let(dispatcher::unregisterOnBackInvokedCallback)
            registered = null
        }
    }
}
