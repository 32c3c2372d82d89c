package org.cleardown.apk

import java.io.File

/** What aapt2 says of an APK in a few lines, as app stores read it. */
class Badging(apk: File) {
    private val lines = run(Places.aapt2.path, "dump", "badging", apk.path).lines()

    /** What stands in quotation marks after `[field]:`, in this order. */
    fun values(field: String): List<String> {
        val line = lines.firstOrNull { it.startsWith("$field:") } ?: return emptyList()
        return Regex("'([^']*)'").findAll(line).map { it.groupValues[1] }.toList()
    }

    /** Whether such a line is there. */
    fun has(line: String): Boolean = lines.any { it == line }
}
