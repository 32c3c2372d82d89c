package org.cleardown.settings

import android.content.Context
import org.cleardown.R
import org.cleardown.engine.Origin
import org.cleardown.engine.Status

/** The settings that are not the person's own, and who set each. */
fun Status.ofOthers(): Map<String, Origin> = origins.filterValues { it != Origin.PERSON }

/** "Your organisation set this." */
fun Context.setBy(origin: Origin, status: Status): String = when (origin) {
    Origin.MANAGED -> getString(R.string.set_by_managed)
    else -> getString(R.string.set_by_family, family(status))
}

/** Why nothing was changed: each of these settings with who has set it. */
fun Context.stronger(heldBy: Map<String, Origin>, status: Status): String {
    val who = heldBy.map { (key, origin) ->
        when (origin) {
            Origin.MANAGED -> getString(R.string.stronger_managed, settingName(key))
            else -> getString(R.string.stronger_family, family(status), settingName(key))
        }
    }
    return (who + getString(R.string.stronger_nothing)).joinToString(" ")
}

/** The relative as the owner knows them. */
private fun Context.family(status: Status) = status.relative?.from ?: getString(R.string.set_by_somebody)
