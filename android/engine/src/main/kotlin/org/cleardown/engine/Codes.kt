package org.cleardown.engine

import java.util.Locale

/** The library's name for it. */
internal val Enum<*>.code: String get() = name.lowercase(Locale.ROOT)

/** The value with this code. */
internal inline fun <reified E : Enum<E>> fromCode(code: String): E =
    enumValues<E>().firstOrNull { it.code == code } ?: throw unreadable("it has an unknown code")

/** An answer that this version does not understand: the library is another one. */
internal fun unreadable(what: String): NativePanicException = NativePanicException(
    "answer_unreadable",
    "Let the call go through and report this.",
    "the library's answer could not be read: $what",
)
