package org.cleardown.stories

import java.io.File

/** The app's files on the simulated phone, and what can happen to them while the app is closed. */
class PhoneFiles(folder: File) {
    /** Readable before the first unlock. */
    val device = File(folder, "device")

    /** Readable after it. */
    val history = File(folder, "credential")

    /** Whether anything may be held. The app places a call without asking if not. */
    val isArmed: Boolean get() = File(device, "armed").exists()

    /** Does what the fault says to the files. */
    fun damage(fault: String) = when (fault) {
        "list_missing" -> check(lists.deleteRecursively() && !lists.exists())
        "list_corrupt" -> lists.listFiles().orEmpty().forEach(::spoil)
        else -> device.listFiles { file -> file.name.startsWith("live.db") }.orEmpty().forEach(::spoil)
    }

    /** The file itself is overwritten; what SQLite keeps beside it must not bring it back. */
    private fun spoil(file: File) {
        if (file.extension == "db") file.writeText("not a database".repeat(PAGE)) else file.delete()
    }

    private val lists = File(device, "lists")

    private companion object {
        const val PAGE = 1000
    }
}
