package org.cleardown.packer

import java.io.File
import kotlin.system.exitProcess

/**
 * Signs an APK, or looks at one. What is found goes to standard output, a line `name=value` for each thing.
 *
 * ```
 * sign IN OUT KEYSTORE [ALIAS]
 * verify APK
 * ```
 *
 * The password is never an argument, where other programs would see it: it is taken from the
 * environment variable named in [Password], or asked for.
 */
fun main(arguments: Array<String>) {
    try {
        when (arguments.firstOrNull()) {
            "sign" -> {
                val key = Key.open(File(arguments[3]), arguments.getOrNull(4))
                sign(File(arguments[1]), File(arguments[2]), key)
                report(File(arguments[2]))
            }
            "verify" -> report(File(arguments[1]))
            else -> throw Refusal("sign IN OUT KEYSTORE [ALIAS], or verify APK")
        }
    } catch (refusal: Refusal) {
        System.err.println(refusal.message)
        exitProcess(1)
    }
}

private fun report(apk: File) = verified(apk).forEach { (name, value) -> println("$name=$value") }

/** Why it was not done, for the person who builds. */
class Refusal(message: String) : Exception(message)
