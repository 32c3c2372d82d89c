package org.cleardown.settings

import org.cleardown.engine.Engine
import org.cleardown.engine.InvalidRequestException
import org.cleardown.engine.Now
import org.cleardown.engine.StorageException

/** The telephone numbers in the value of the setting [key]. */
fun numbersIn(key: String, value: Any): List<String> = when {
    value is List<*> -> value.filterIsInstance<String>()
    value is String && key.endsWith(NUMBER) && value.isNotEmpty() -> listOf(value)
    else -> emptyList()
}

/** Each of these numbers as people write it; as it is where that is not known. */
fun Engine.displays(numbers: List<String>, now: Now): Map<String, String> = numbers.associateWith { number ->
    try {
        explain(number, now).display
    } catch (_: StorageException) {
        // No screen stays away because a list is broken.
        null
    } catch (_: InvalidRequestException) {
        null
    } ?: number
}

private const val NUMBER = "_number"
