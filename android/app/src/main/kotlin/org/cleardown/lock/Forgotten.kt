package org.cleardown.lock

import android.content.Context
import org.cleardown.R
import org.cleardown.platform.Clock
import org.cleardown.settings.timeOfDay

/** Says from when on the lock is open, because nobody knows the PIN: in so many [seconds]. */
fun Context.pinForgotten(seconds: Int): String =
    getString(R.string.pin_forgotten, timeOfDay(Clock.now(this).wallMs + seconds * SECOND_MS))

private const val SECOND_MS = 1000L
