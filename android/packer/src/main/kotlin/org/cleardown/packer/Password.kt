package org.cleardown.packer

import java.io.File

/** Passwords, from the environment or from the person at the keyboard, who does not see them. */
object Password {
    private const val KEYSTORE = "CLEARDOWN_KEYSTORE_PASSWORD"
    private const val KEY = "CLEARDOWN_KEY_PASSWORD"

    /** The password that opens a keystore. */
    fun ofKeystore(file: File): CharArray = get(KEYSTORE, "Password of $file: ")

    /** The password of a key that has another one than its keystore. */
    fun ofKey(alias: String): CharArray = get(KEY, "Password of the key $alias: ")

    private fun get(variable: String, question: String): CharArray {
        System.getenv(variable)?.let { return it.toCharArray() }
        val console = System.console()
            ?: throw Refusal("There is no terminal to ask for the password: set $variable.")
        return console.readPassword(question)
            ?: throw Refusal("No password was given.")
    }
}
