package org.cleardown.managed

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.Bundle
import android.os.UserManager
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.guard.EngineHolder
import org.cleardown.guard.EngineWork
import org.cleardown.platform.restrictions
import org.cleardown.platform.setLanguage
import org.cleardown.sync.SyncPlan
import java.util.concurrent.Executors
import java.util.concurrent.RejectedExecutionException

/**
 * What an IT team sets by managed configuration, handed to the engine, which keeps it: a call never
 * waits for this. Read on a thread of its own when a screen comes up, when the daily job runs and when
 * the phone says that it has changed.
 */
class ManagedSettings(
    private val app: Context,
    private val storage: Context,
    private val work: EngineWork,
    private val engines: EngineHolder,
) : AutoCloseable {
    private val reader = Executors.newSingleThreadExecutor { task -> Thread(task, "managed").apply { isDaemon = true } }
    private var given: List<Map<String, Any?>>? = null
    private var watcher: BroadcastReceiver? = null

    /** Reads again what is set, and watches from now on whether it changes. */
    fun refresh() {
        watch()
        try {
            reader.execute(::read)
        } catch (_: RejectedExecutionException) {
            // The process plays another phone now.
        }
    }

    @Synchronized
    override fun close() {
        reader.shutdownNow()
        watcher?.let(app::unregisterReceiver)
        watcher = null
    }

    /** The phone tells of changes only those that are running and listen. */
    @Synchronized
    private fun watch() {
        if (watcher != null || reader.isShutdown) return
        val ours = object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) = refresh()
        }
        app.registerReceiver(ours, IntentFilter(Intent.ACTION_APPLICATION_RESTRICTIONS_CHANGED))
        watcher = ours
    }

    private fun read() {
        val teams = app.restrictions()
        // Set later: until then what was set before holds.
        if (teams.any { it.getBoolean(UserManager.KEY_RESTRICTIONS_PENDING) }) return
        val wanted = teams.map(Bundle::settings)
        val isNew = wanted != given && (wanted.isNotEmpty() || given != null || wasManaged())
        if (!isNew) return
        work.submit {
            engines.use { engine, now -> give(wanted, engine, now) }
            storage.getSharedPreferences(FILE, Context.MODE_PRIVATE).edit().putBoolean(KEY, wanted.isNotEmpty()).apply()
            given = wanted
        }
    }

    private fun give(wanted: List<Map<String, Any?>>, engine: Engine, now: Now) {
        val before = engine.status(now)
        engine.configureAll(wanted.firstOrNull().orEmpty(), Origin.MANAGED, now, wanted.drop(1))
        val after = engine.status(now)
        if (after.sync.publishers != before.sync.publishers) SyncPlan.next(app, after.sync.nextInSeconds)
        if (after.policy[LANGUAGE] != before.policy[LANGUAGE]) app.setLanguage(after.policy[LANGUAGE] as? String)
    }

    /** Whether an earlier process was given anything. */
    private fun wasManaged() = storage.getSharedPreferences(FILE, Context.MODE_PRIVATE).getBoolean(KEY, false)

    private companion object {
        const val FILE = "managed"
        const val KEY = "is_managed"
        const val LANGUAGE = "language"
    }
}

/** A team's settings as the engine takes them; what it takes in no form is null, and refused by name. */
internal fun Bundle.settings(): Map<String, Any?> = keySet().associateWith { key ->
    @Suppress("DEPRECATION")
    when (val value = get(key)) {
        is Boolean, is Int, is Long, is String -> value
        is Array<*> -> value.filterIsInstance<String>().takeIf { it.size == value.size }
        else -> null
    }
}
