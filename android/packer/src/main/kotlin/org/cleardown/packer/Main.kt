package org.cleardown.packer

import java.io.File
import kotlin.system.exitProcess

/**
 * Shrinks classes, signs an APK, or looks at one. What is found goes to standard output, a line
 * `name=value` for each thing.
 *
 * ```
 * shrink ARGUMENTS
 * sign IN OUT KEYSTORE [ALIAS]
 * verify APK
 * ```
 *
 * The password is never an argument, where other programs would see it: it is taken from the
 * environment variable named in [Password], or asked for.
 */
fun main(arguments: Array<String>) {
    try {
        val files = arguments.drop(1).map(::File)
        when (arguments.firstOrNull()) {
            "shrink" -> shrink(files[0])
            "sign" -> sign(files[0], files[1], Key.open(files[2], arguments.getOrNull(4)))
            "verify" -> verified(files[0]).forEach { (name, value) -> println("$name=$value") }
            else -> throw Refusal("shrink, sign or verify")
        }
    } catch (refusal: Refusal) {
        System.err.println(refusal.message)
        exitProcess(1)
    }
}

/** Why it was not done, for the person who builds. */
class Refusal(message: String) : Exception(message)
