package org.cleardown.story

import org.cleardown.phone.Phone
import org.cleardown.platform.deviceProtected
import org.json.JSONArray
import java.io.File

/** Breaks things, really: files are damaged while the app's process is gone, native code panics or hangs. */
class Faults(private val phone: Phone, private val doors: Doors, private val rows: JSONArray) {
    private var fault = "none"

    /** A fault begins. */
    fun begin(what: String) {
        fault = what
        phone.turns.patienceMs = if (what == "engine_slow") SHORT_MS else LONG_MS
        hold()
    }

    /** Everything is mended: what hung goes on, and the person opens the app, which sees to its files. */
    fun end() {
        doors.fault(null)
        phone.turns.patienceMs = LONG_MS
        if (fault in FILES) phone.restartProcess()
        fault = "none"
        phone.turns.settle()
        phone.home().let(phone.screens::leave)
        if (rows.length() > 0) doors.installList(rows)
    }

    /** Before each step: the fault goes on, even if the app has opened the engine anew or mended a file. */
    fun hold() = when (fault) {
        "engine_panic" -> doors.fault("panic")
        "engine_slow" -> doors.fault("slow")
        "disk_full" -> doors.fault("disk_full")
        "list_missing" -> phone.restartProcess { lists().forEach(File::delete) }
        "list_corrupt" -> phone.restartProcess { lists().forEach(::spoil) }
        "state_corrupt" -> phone.restartProcess { spoil(File(folder(), "live.db")) }.also { fault = "none" }
        else -> Unit
    }

    private fun lists() = File(folder(), "lists").listFiles().orEmpty().toList()

    private fun folder() = phone.app.deviceProtected().filesDir

    /** The length stays, the content is gone. */
    private fun spoil(file: File) {
        if (file.exists()) file.writeBytes(ByteArray(file.length().toInt()) { GARBAGE[it % GARBAGE.size] })
    }

    private companion object {
        val FILES = setOf("list_missing", "list_corrupt")
        const val SHORT_MS = 100L
        const val LONG_MS = 8_000L
        val GARBAGE = "Something wrote over this file of the app. ".toByteArray()
    }
}
