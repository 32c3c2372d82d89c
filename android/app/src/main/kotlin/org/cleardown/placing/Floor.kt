package org.cleardown.placing

/**
 * Numbers that are never held. Asked before everything else: no file, no lock, no native code. The
 * core has the same list in `floor.rs`; a test compares the two.
 */
object Floor {
    /**
     * Numbers that save lives. Codes as dialled: emergency calls, 999 by text relay, health, power
     * cuts. Then E.164 digits: Childline, gas emergency in Great Britain and Northern Ireland, and the
     * Modern Slavery Helpline.
     */
    val LIFE_SAVING = setOf(
        "999", "112", "911", "18000", "111", "105",
        "448001111", "44800111999", "44800002001", "448000121700",
    )

    /** Beginnings that save lives: text relay for deaf people, before any number. */
    val LIFE_SAVING_PREFIXES = setOf("18001")

    /** Whether this number, in any spelling, is one of them. Never throws. */
    fun isLifeSaving(dialled: String): Boolean {
        val digits = withoutCallerIdPrefix(typed(dialled))
        if (LIFE_SAVING_PREFIXES.any(digits::startsWith)) return true
        val national = national(digits)
        return national in LIFE_SAVING || "44$national" in LIFE_SAVING || isHelpline(national)
    }

    /** 116 000, 116 123 and the other helplines that share a number all over Europe. */
    private fun isHelpline(number: String) = number.length == 6 && number.startsWith("116")

    /** What counts of a dialled text: digits of any script, plus, star, hash. Ends at a pause. */
    private fun typed(text: String): String = buildString {
        for (sign in text.removePrefix("tel:").take(MOST_SIGNS)) {
            when {
                sign == ',' || sign == ';' -> return@buildString
                sign == '+' || sign == '＋' -> append('+')
                sign.isDigit() -> append(sign.digitToInt())
                sign.isLetter() || sign == '*' || sign == '#' -> append(sign)
            }
        }
    }

    /** Without what only chooses whether the own number is shown. */
    private fun withoutCallerIdPrefix(digits: String): String =
        CALLER_ID_PREFIXES.filter(digits::startsWith).map(digits::removePrefix)
            .firstOrNull { it.isNotEmpty() && (it[0] == '+' || it[0].isDigit()) } ?: digits

    /** What follows +44, 0044 and the trunk zero. Numbers of other countries keep their plus. */
    private fun national(digits: String): String {
        val country = listOf("+44", "0044").firstOrNull(digits::startsWith).orEmpty()
        return digits.removePrefix(country).removePrefix("0")
    }

    private val CALLER_ID_PREFIXES = listOf("141", "1470", "#31#", "*31#")

    /** More than any number has. */
    private const val MOST_SIGNS = 64
}
