package org.cleardown.settings

import android.content.Context
import org.cleardown.R

/** Why a weaker setting was not taken, and when it can be; [seconds] is null while that is not known. */
fun Context.notNow(seconds: Long?): String {
    val refusal = getString(R.string.settings_not_now)
    if (seconds == null) return refusal
    val minutes = ((seconds + MINUTE - 1) / MINUTE).toInt()
    val time = resources.getQuantityString(R.plurals.minutes, minutes, minutes)
    return refusal + " " + getString(R.string.settings_not_now_when, time)
}

private const val MINUTE = 60
