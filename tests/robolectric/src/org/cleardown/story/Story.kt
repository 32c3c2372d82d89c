package org.cleardown.story

import org.json.JSONArray
import org.json.JSONObject
import java.io.File

/** A story: what the phone holds before it begins, and what happens. */
class Story private constructor(val name: String, private val json: JSONObject) {
    /** One line for people. */
    val title: String = json.getString("title")

    /** Where the case is from; null if the story does not say. */
    val source: String? = json.text("source")

    /** Configuration keys that hold from the start. */
    val policy: JSONObject = json.optJSONObject("policy") ?: JSONObject()

    /** Rows laid over the bundled list. */
    val list: JSONArray = json.optJSONArray("list") ?: JSONArray()

    /** The numbers of the address book; null if it cannot be read. */
    val contacts: List<String>? =
        if (json.has("contacts") && json.isNull("contacts")) null else people().map { it.getString("number") }

    /** The numbers of the person's trusted contacts. */
    val trusted: List<String> = people().filter { it.optBoolean("trusted") }.map { it.getString("number") }

    /** What happens, in order. */
    val steps: List<Step> = json.getJSONArray("steps").objects().map(Step::of)

    private fun people() = json.optJSONArray("contacts")?.objects().orEmpty()

    companion object {
        /** Reads the story in [file]. */
        fun read(file: File): Story {
            val json = JSONObject(file.readText().removePrefix("\uFEFF"))
            require(json.getInt("format") == 1) { "${file.name}: only format 1 is played" }
            return Story(file.nameWithoutExtension, json)
        }
    }
}

/** The objects of this array. */
fun JSONArray.objects(): List<JSONObject> = (0 until length()).map(::getJSONObject)

/** The texts of this array. */
fun JSONArray.texts(): List<String> = (0 until length()).map(::getString)

/** The text at [key]; null if it is null or not there. */
fun JSONObject.text(key: String): String? = if (isNull(key)) null else getString(key)
