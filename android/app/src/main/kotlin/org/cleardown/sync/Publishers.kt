package org.cleardown.sync

import android.content.Context
import org.cleardown.R
import org.cleardown.engine.PublisherConfig
import org.cleardown.platform.AppLog
import org.json.JSONArray
import org.json.JSONException

/**
 * The publishers that this build of the app knows: `res/raw/publishers.json`, a list of objects with
 * `id`, `title`, `url` and `root`, the text of the root file. An empty list means that nothing is fetched.
 */
fun Context.bakedPublishers(): List<PublisherConfig> = try {
    publishers(resources.openRawResource(R.raw.publishers).use { String(it.readBytes(), Charsets.UTF_8) })
} catch (_: JSONException) {
    // The list that came with the app still warns.
    AppLog.code("publishers_unreadable")
    emptyList()
}

/** The publishers that a setting names; none if it cannot be read. */
fun publishersOf(setting: String): List<PublisherConfig> = try {
    publishers(setting)
} catch (_: JSONException) {
    emptyList()
}

/** Reads the publishers of a file. */
internal fun publishers(json: String): List<PublisherConfig> {
    val all = JSONArray(json)
    return List(all.length()) {
        val one = all.getJSONObject(it)
        PublisherConfig(one.getString("id"), one.getString("title"), one.getString("url"), one.getString("root"))
    }
}
