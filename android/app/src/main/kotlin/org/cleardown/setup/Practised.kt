package org.cleardown.setup

import android.content.Context
import org.cleardown.R

/** What has to come up when it matters; the practice tries each on this phone. */
enum class Surface(val title: Int) {
    MESSAGE(R.string.surface_message),
    WINDOW(R.string.surface_window),
    HOLD(R.string.surface_hold),
    AFTER_CALL(R.string.surface_after_call),
}

/**
 * The last practice that went to its end.
 *
 * @property atMs when, in milliseconds since 1970.
 * @property cameUp the surfaces that came up.
 * @property wasSeen whether the person said that they saw the warning.
 */
data class Practised(val atMs: Long, val cameUp: Set<Surface>, val wasSeen: Boolean) {
    /** Keeps it for the page "What works". */
    fun keep(context: Context) = memory(context).edit()
        .putLong(AT, atMs)
        .putStringSet(SURFACES, cameUp.map(Surface::name).toSet())
        .putBoolean(SEEN, wasSeen)
        .apply()

    companion object {
        private const val AT = "at"
        private const val SURFACES = "surfaces"
        private const val SEEN = "seen"

        /** The one that was kept; null if there was none yet. */
        fun last(context: Context): Practised? {
            val memory = memory(context)
            val atMs = memory.getLong(AT, 0L)
            if (atMs == 0L) return null
            val names = memory.getStringSet(SURFACES, null).orEmpty()
            return Practised(atMs, Surface.entries.filter { it.name in names }.toSet(), memory.getBoolean(SEEN, false))
        }

        private fun memory(context: Context) = context.getSharedPreferences("practice", Context.MODE_PRIVATE)
    }
}
