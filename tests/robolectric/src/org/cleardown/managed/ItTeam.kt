package org.cleardown.managed

import android.content.Intent
import android.content.RestrictionsManager
import android.os.Bundle
import org.cleardown.engine.Status
import org.cleardown.parts
import org.cleardown.phone.Phone
import org.robolectric.Shadows.shadowOf

/** An IT team's console: what it sets reaches the phone as Android brings it. */
class ItTeam(private val phone: Phone) {
    private val manager = phone.app.getSystemService(RestrictionsManager::class.java)

    /** Sets all of this, and Android tells whoever listens. */
    fun sets(vararg settings: Pair<String, Any>) {
        puts(*settings)
        phone.app.sendBroadcast(Intent(Intent.ACTION_APPLICATION_RESTRICTIONS_CHANGED))
        phone.turns.settle()
    }

    /** Sets all of this while nobody listens. */
    fun puts(vararg settings: Pair<String, Any>) = shadowOf(manager).setApplicationRestrictions(bundleOf(*settings))

    /** What the engine says once [isSo]. */
    fun status(isSo: (Status) -> Boolean): Status {
        var status: Status? = null
        check(phone.turns.until { read().also { status = it }.let(isSo) }) { "it is not so: $status" }
        return checkNotNull(status)
    }

    private fun read(): Status = phone.app.parts.engines.use { engine, now -> engine.status(now) }
}

/** A bundle of these values. */
fun bundleOf(vararg values: Pair<String, Any>) = Bundle().apply {
    values.forEach { (key, value) ->
        when (value) {
            is Boolean -> putBoolean(key, value)
            is Int -> putInt(key, value)
            is String -> putString(key, value)
            is Bundle -> putBundle(key, value)
            is Array<*> -> putStringArray(key, value.filterIsInstance<String>().toTypedArray())
            else -> error("no such type")
        }
    }
}
