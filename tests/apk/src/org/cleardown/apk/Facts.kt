package org.cleardown.apk

import org.json.JSONArray
import org.json.JSONObject
import java.io.File

/** What androguard, a reader that shares no code with Android's tools, finds in an APK. */
class Facts(private val json: JSONObject) {
    /** A line for each permission and component, in the form of `tests/arch/expected/manifest.txt`. */
    val manifest: List<String> = strings("manifest")

    /** The classes that the manifest names as components. */
    val components: List<String> = strings("components")

    /** The classes of the dex file, as `Lpackage/Name;`. */
    val classes: List<String> = strings("classes")

    /** The signature schemes: `v1`, `v2`, `v3`. */
    val schemes: List<String> = strings("schemes")

    /** The languages that the app offers to the phone's settings. */
    val localeConfig: List<String> = strings("localeConfig")

    /** The names of all texts by language; English is the empty language. */
    val texts: Map<String, Set<String>> = json.getJSONObject("texts").let { texts ->
        texts.keySet().associateWith { list(texts.getJSONArray(it)).toSet() }
    }

    /** A value of the manifest's root: `package`, `minSdk` and so on. */
    fun value(name: String): String? = json.optString(name).ifEmpty { null }

    /** An attribute of the manifest's `application`. */
    fun application(name: String): String? = json.getJSONObject("application").optString(name).ifEmpty { null }

    private fun strings(name: String) = list(json.getJSONArray(name))

    private fun list(array: JSONArray) = array.map(Any::toString)

    companion object {
        /** Lets androguard read [apk]. */
        fun of(apk: File): Facts {
            val script = File(Places.here, "read_apk.py").path
            check(File(Places.androguard, "androguard").isDirectory) {
                "androguard is not there. With network: cargo xtask setup --install"
            }
            val environment =
                mapOf("PYTHONPATH" to Places.androguard.path, "PYTHONDONTWRITEBYTECODE" to "1")
            return Facts(JSONObject(run("python3", script, apk.path, environment = environment)))
        }
    }
}
