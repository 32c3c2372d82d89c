package org.cleardown.stories

import org.json.JSONArray
import org.json.JSONObject
import java.io.File

/** Reads stories. Uses only what both Android's org.json and the JVM's have. */
object StoryReader {
    /** The files of all stories in [folder], by name. */
    fun files(folder: File): List<File> =
        folder.listFiles { file -> file.extension == "json" }.orEmpty().sortedBy(File::getName)
            .ifEmpty { error("no story in $folder") }

    /** The story in [file]. */
    fun read(file: File): Story {
        val json = JSONObject(file.readText())
        require(json.getInt("format") == FORMAT) { "${file.name} has another format" }
        return Story(
            title = json.getString("title"),
            region = json.optString("region", "GB"),
            policy = json.optJSONObject("policy")?.let(::settings).orEmpty(),
            contacts = if (json.has("contacts")) json.optJSONArray("contacts")?.let(::contacts) else emptyList(),
            list = json.optJSONArray("list")?.objects()?.map(::row).orEmpty(),
            steps = json.getJSONArray("steps").objects().map(::step),
        )
    }

    private fun contacts(all: JSONArray) = all.objects().map {
        StoryContact(it.getString("number"), it.optString("name"), it.optBoolean("trusted"))
    }

    private fun row(row: JSONObject): Map<String, Any> =
        mapOf("kind" to "government", "calls_out" to "unknown") + row.keys().asSequence().associateWith(row::get)

    private fun step(step: JSONObject): Step {
        val at = step.getString("at")
        val expect = step.optJSONObject("expect") ?: JSONObject()
        val wanted = expect.keys().asSequence().associateWith { plain(expect.get(it)) }
        return Step(at, seconds(at), StepReader.action(step), wanted)
    }

    private const val FORMAT = 1
}

/** Settings: Int, Boolean, String or List<String>. */
internal fun settings(json: JSONObject): Map<String, Any> =
    json.keys().asSequence().associateWith { plain(json.get(it)) ?: JSONObject.NULL }

/** Seconds of `m:ss` or `h:mm:ss`. */
internal fun seconds(time: String): Long = time.split(':').fold(0L) { sum, part -> sum * 60 + part.toLong() }

private fun JSONArray.objects() = List(length(), ::getJSONObject)

private fun plain(value: Any): Any? = when (value) {
    JSONObject.NULL -> null
    is JSONArray -> List(value.length(), value::getString)
    else -> value
}
