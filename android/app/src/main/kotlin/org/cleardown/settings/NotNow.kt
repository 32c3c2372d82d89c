package org.cleardown.settings

import android.content.Context
import org.cleardown.R
import org.cleardown.engine.ConfigureResult
import org.cleardown.engine.Refusal
import org.cleardown.engine.Status

/** Why a change was not taken, in words. */
fun Context.refusal(result: ConfigureResult, status: Status): String = when (result.refused) {
    Refusal.STRONGER -> stronger(result.heldBy, status)
    Refusal.PIN -> getString(R.string.settings_locked)
    Refusal.PRESSURE, null -> notNow(result.allowedInSeconds)
}

/** That a weaker setting was not taken, and when it can be; [seconds] is null while that is not known. */
private fun Context.notNow(seconds: Long?): String {
    val refusal = getString(R.string.settings_not_now)
    if (seconds == null) return refusal
    val minutes = ((seconds + MINUTE - 1) / MINUTE).toInt()
    val time = resources.getQuantityString(R.plurals.minutes, minutes, minutes)
    return refusal + " " + getString(R.string.settings_not_now_when, time)
}

private const val MINUTE = 60
