package org.cleardown.story

import android.content.Context
import org.cleardown.R

/** Reads the app's sentences back into the codes of the stories, by the app's own string resources. */
class Words(private val context: Context) {
    private val names: Map<String, List<String>> = R.string::class.java.fields.map { it.name }.groupBy(::text)
    private val reasons: Map<String, String> = codes("reason_")
    private val headlines: Map<String, String> = codes("headline_")
    private val screens: Map<String, String> = SCREENS.mapKeys { text(it.key) }
    private val organisation = listOf("shows_number_of", "shows_number_listed_as", "hold_number_of").map(::pattern)
    private val others = listOf("shows_line", "rang_emergency_note", "shows_code_emergency").map(::pattern)
    private val countdown = Regex("(\\d+):(\\d\\d)")

    /** The text of the resource [name]. */
    fun text(name: String): String = context.getString(id(name))

    /** The level that this headline stands for; null if it is none of a warning. */
    fun alert(headline: String): String? = headlines[headline]

    /** The reasons among these lines, in their order. */
    fun reasons(lines: List<String>): List<String> = lines.mapNotNull(reasons::get)

    /** The organisation that these lines name. */
    fun organisation(lines: List<String>): String? =
        lines.firstNotNullOfOrNull { line ->
            organisation.firstNotNullOfOrNull { it.matchEntire(line) }
        }?.groupValues?.get(1)

    /** Lines that a warning has no business to say. */
    fun strange(lines: List<String>): List<String> = lines.filterNot { line ->
        line in reasons || names[line].orEmpty().any(WARNING::contains) ||
            (organisation + others).any { it.matches(line) }
    }

    /** The screen that has this headline; null if it is none of the stories'. */
    fun screen(headline: String?): String? = screens[headline]

    /** Whether this is the text of the resource [name]. */
    fun says(text: String?, name: String): Boolean = text == text(name)

    /** Whether one of these lines is the sentence [name], which has one gap. */
    fun matches(lines: List<String>, name: String): Boolean = lines.any(pattern(name)::matches)

    /** The number that the hold screen says was stopped. */
    fun held(lines: List<String>): String? =
        lines.firstNotNullOfOrNull(pattern("hold_held")::matchEntire)?.groupValues?.get(1)

    /** The seconds on a countdown. */
    fun seconds(text: String?): Int? =
        text?.let(countdown::matchEntire)?.destructured?.let { (minutes, seconds) ->
            minutes.toInt() * 60 +
                seconds.toInt()
        }

    /** The sentences whose names begin with [prefix], and their codes: each sentence stands for one code only. */
    private fun codes(prefix: String): Map<String, String> = buildMap {
        names.forEach { (text, all) ->
            val codes = all.filter { it.startsWith(prefix) }.map { it.removePrefix(prefix) }
            check(codes.size < 2) { "one sentence for $codes" }
            codes.forEach { put(text, it) }
        }
    }

    private fun pattern(name: String): Regex =
        Regex(Regex.escape(text(name)).replace("%1\$s", "\\E(.+)\\Q"), RegexOption.DOT_MATCHES_ALL)

    private fun id(name: String): Int = R.string::class.java.getField(name).getInt(null)

    private companion object {
        val WARNING = setOf("can_be_faked", "show_call") +
            listOf("caution", "warning", "certain_fake").map { "advice_$it" } +
            listOf("101", "105", "111", "159", "7726").map { "shows_code_$it" }
        val SCREENS = mapOf(
            "after_call_headline" to "after_call",
            "missed_headline" to "after_call",
            "steps_headline" to "after_call",
            "wait_over_headline" to "wait_over",
            "question_headline" to "question",
            "hold_headline" to "hold",
            "use_this_headline" to "use_this_phone",
        )
    }
}
