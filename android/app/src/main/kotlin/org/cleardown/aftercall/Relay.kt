package org.cleardown.aftercall

import android.content.Context
import org.cleardown.platform.deviceProtected

/**
 * Ringing by text relay, for people who cannot hear or speak on the phone: 18001 before a number,
 * 18000 for emergencies (Relay UK). The choice stays on the phone.
 */
object Relay {
    /** Whether this person rings by text relay. */
    fun isOn(context: Context): Boolean = context.memory().getBoolean(KEY, false)

    /** Keeps the choice. */
    fun set(context: Context, isOn: Boolean) = context.memory().edit().putBoolean(KEY, isOn).apply()

    /** The number to dial instead of [number]. Codes for the network itself stay as they are. */
    fun number(number: String): String = when {
        number == Numbers.EMERGENCY -> Numbers.EMERGENCY_BY_TEXT
        number.startsWith('*') || number.startsWith('#') -> number
        number.startsWith(PREFIX) || number == Numbers.EMERGENCY_BY_TEXT -> number
        else -> PREFIX + if (number.startsWith(COUNTRY)) "0" + number.removePrefix(COUNTRY) else number
    }

    // Readable before the first unlock, as the screens of a call are.
    private fun Context.memory() = deviceProtected().getSharedPreferences("relay", Context.MODE_PRIVATE)

    private const val KEY = "on"
    private const val PREFIX = "18001"
    private const val COUNTRY = "+44"
}

/** Opens the keypad with [number], by text relay if the person rings that way. Nothing is dialled. */
fun Context.ring(number: String): Boolean = showKeypad(if (Relay.isOn(this)) Relay.number(number) else number)
