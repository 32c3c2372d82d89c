package org.cleardown.warning

import android.content.Context
import android.content.Intent
import org.cleardown.R
import org.cleardown.Reason
import org.cleardown.Sentence
import org.cleardown.Words
import org.cleardown.engine.Alert
import org.cleardown.engine.Help
import org.cleardown.engine.Verdict
import org.cleardown.reasons
import org.cleardown.screen
import org.cleardown.shownNumber

/** What a warning says; the same on every surface. */
data class WarningCard(
    val alert: Alert,
    val reasons: List<String>,
    val organisation: String?,
    val confidence: String?,
    val rangEmergency: String?,
    val number: String? = null,
    val help: Help? = null,
    val isPractice: Boolean = false,
) {
    /** A certain fake, or a second call: said bigger than the rest. */
    val isLoud: Boolean get() = alert == Alert.CERTAIN_FAKE || reasons.any(SECOND::contains)

    /** Six words at most; what is only a practice says so first. */
    fun headline(context: Context): String {
        val headline = context.getString(Words.headline(alert))
        return if (isPractice) context.getString(R.string.practice_of, headline) else headline
    }

    /**
     * Every sentence below the headline: that the number can be faked, whose it is, what to do, then why.
     * The card shows hardly more than the first three; after an emergency call what to do comes before
     * the name, because it may be the helpers who ring back. Of the reasons, a second call comes first.
     */
    fun sentences(context: Context): List<Sentence> = buildList {
        if (isPractice) add(Sentence("practice", context.getString(R.string.practice_note)))
        addAll(context.shownNumber(organisation, confidence, line = null, number))
        add(if (rangEmergency == null) size else 1, advice(context))
        help?.let { addAll(says(context, it)) }
        addAll(context.reasons(reasons.sortedBy(::place)))
    }

    /** What the person's organisation or family says to do: their words, not ours. */
    private fun says(context: Context, help: Help): List<Sentence> = listOfNotNull(
        Sentence(
            "help",
            context.getString(R.string.help_says, help.name ?: context.getString(R.string.help_us), help.text)
        ),
        help.number?.let { Sentence("help_number", context.getString(R.string.help_ring, it)) },
    )

    /** The intent that opens the card on a locked phone. */
    fun intent(context: Context): Intent = context.screen<LockedWarningActivity>()
        .putExtra(ALERT, alert.name)
        .putExtra(REASONS, reasons.toTypedArray())
        .putExtra(ORGANISATION, organisation)
        .putExtra(CONFIDENCE, confidence)
        .putExtra(RANG_EMERGENCY, rangEmergency)
        .putExtra(NUMBER, number)
        .putExtra(HELP, help?.run { arrayOf(name, number, text) })

    /** A second call is said first; that a short number tells nothing, last. */
    private fun place(reason: String): Int = when (reason) {
        in SECOND -> 0
        Reason.CODE_AS_CALLER.code -> 2
        else -> 1
    }

    /** What to do. */
    private fun advice(context: Context): Sentence = when (rangEmergency) {
        null -> Sentence("advice", context.getString(Words.advice(alert)))
        else -> Sentence("rang_emergency", context.getString(R.string.rang_emergency_note, rangEmergency))
    }

    companion object {
        private const val ALERT = "alert"
        private const val REASONS = "reasons"
        private const val ORGANISATION = "organisation"
        private const val CONFIDENCE = "confidence"
        private const val RANG_EMERGENCY = "rang_emergency"
        private const val NUMBER = "number"
        private const val HELP = "help"
        private val SECOND = setOf(Reason.SECOND_CALL.code, Reason.TWO_ORGANISATIONS.code)

        /** The card for a flagged call. */
        fun of(verdict: Verdict) = WarningCard(
            alert = verdict.alert,
            reasons = verdict.reasons,
            organisation = verdict.organisation,
            confidence = verdict.confidence,
            rangEmergency = verdict.rangEmergency,
            number = verdict.number,
            help = verdict.help,
        )

        /** The card that opened a screen. */
        fun of(intent: Intent) = WarningCard(
            alert = Alert.entries.firstOrNull { it.name == intent.getStringExtra(ALERT) } ?: Alert.WARNING,
            reasons = intent.getStringArrayExtra(REASONS).orEmpty().toList(),
            organisation = intent.getStringExtra(ORGANISATION),
            confidence = intent.getStringExtra(CONFIDENCE),
            rangEmergency = intent.getStringExtra(RANG_EMERGENCY),
            number = intent.getStringExtra(NUMBER),
            help = intent.getStringArrayExtra(HELP)?.let { (name, number, text) -> Help(name, number, text.orEmpty()) },
        )
    }
}
