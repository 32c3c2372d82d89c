package org.cleardown.platform

import android.util.Log

/** The only way into the phone's log: codes of our own, without any digit. */
object AppLog {
    /** Writes a code such as `native_panic`. */
    fun code(code: String) {
        Log.w("Cleardown", code.filterNot(Char::isDigit))
    }
}
