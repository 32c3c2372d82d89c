package org.cleardown.apk

import java.io.File

/** Runs a program, which must succeed; answers what it printed. */
fun run(vararg words: String, environment: Map<String, String> = emptyMap()): String {
    val errors = File.createTempFile("errors", ".txt", Places.scratch)
    val builder = ProcessBuilder(*words).redirectError(errors)
    builder.environment() += environment
    val process = builder.start()
    val said = process.inputStream.bufferedReader().readText()
    val code = process.waitFor()
    check(code == 0) { "${words.first()} ended with $code:\n${errors.readText()}" }
    errors.delete()
    return said
}
