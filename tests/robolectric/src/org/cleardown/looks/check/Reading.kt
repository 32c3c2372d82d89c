package org.cleardown.looks.check

import org.cleardown.looks.Entry
import org.cleardown.looks.Folders
import org.cleardown.looks.Look
import org.cleardown.looks.Sight
import org.json.JSONArray
import org.json.JSONObject
import java.io.File

/**
 * What the warnings, the hold screen and the screens after a call say, as they are shown, can be read at the age of
 * nine: grade 4 of Flesch-Kincaid, at which American children are nine to ten years old.
 */
object Reading {
    /** The highest grade. */
    const val MOST = 4.0

    /** The grade of a whole screen, and its hardest sentence. */
    class Grade(val grade: Double, val hardest: String)

    /** What is too hard to read; English only, as the measure is. Each grade goes into `target/looks/reading.txt`. */
    fun faults(entry: Entry, look: Look, sight: Sight): List<String> {
        if (!entry.isAlarm || look != Look.DAY) return emptyList()
        val found = grade(sight.texts)
        File(Folders.differences, "reading.txt").apply { parentFile.mkdirs() }
            .appendText("${found.grade} ${entry.name}: ${found.hardest}\n")
        return listOf("grade ${found.grade}, not $MOST: ${found.hardest}").filter { found.grade > MOST }
    }

    /** Asks textstat, which is a library of Python. */
    fun grade(texts: List<String>): Grade {
        val library = File(System.getProperty("cleardown.textstat") ?: "../../target/tools/textstat").absoluteFile
        check(library.isDirectory) { "textstat is not in $library. With network: cargo xtask setup --install" }
        val script = File(Folders.tests, "robolectric/reading/age.py")
        val process = ProcessBuilder("python3", script.path).redirectError(ProcessBuilder.Redirect.INHERIT).apply {
            environment()["PYTHONPATH"] = library.path
            environment()["PYTHONDONTWRITEBYTECODE"] = "1"
        }.start()
        process.outputStream.use { it.write(JSONArray(texts).toString().toByteArray()) }
        val answer = process.inputStream.readBytes().decodeToString()
        check(process.waitFor() == 0) { "$script failed" }
        return JSONObject(answer).let { Grade(it.getDouble("grade"), it.getString("hardest")) }
    }
}
