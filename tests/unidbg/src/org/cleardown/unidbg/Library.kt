package org.cleardown.unidbg

/** The native library, here or in the emulator: the same entries, with the same bytes. */
interface Library {
    /** The name of an entry, its [handle] if it takes one, and what it is asked. */
    fun call(entry: String, handle: Int?, vararg bytes: ByteArray?): Answer
}

/** What an entry came to. */
sealed interface Answer {
    data class Text(val json: String) : Answer

    data class Handle(val number: Int) : Answer

    /** The exception, by its simple name, and what it was made with. */
    data class Thrown(val exception: String, val code: String, val remedy: String, val message: String) : Answer

    data object Nothing : Answer
}
