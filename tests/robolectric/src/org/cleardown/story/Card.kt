package org.cleardown.story

import android.view.View
import org.cleardown.R
import org.cleardown.phone.Notice
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.texts
import org.cleardown.warning.LockedWarningActivity

/** One surface that warns of a call: where it is, and what can be read on it. */
data class Card(val where: String, val headline: String, val lines: List<String>) {
    companion object {
        /** The warning surfaces that came up since the phone was last marked. */
        fun fresh(phone: Phone, words: Words, overlaysBefore: List<View>): List<Card> {
            val notices = phone.notices.headsUp.filter { words.alert(it.title) != null }.map(::of)
            val windows = (phone.windows.overlays - overlaysBefore.toSet()).map { of("window", it) }
            val locked = phone.screens.find(LockedWarningActivity::class.java)
                ?.takeIf(phone.screens::isFresh)?.let { of("lock screen", it.window.decorView) }
            return notices + windows + listOfNotNull(locked)
        }

        private fun of(notice: Notice) = Card("notification", notice.title, notice.lines)

        private fun of(where: String, view: View): Card {
            val headline = view.read(R.id.headline).orEmpty()
            return Card(where, headline, view.texts() - headline)
        }
    }
}

/** What all surfaces together say of a call. They have to say the same. */
class Warning(cards: List<Card>, words: Words) {
    val alert: String
    val reasons: List<String>
    val organisation: String?

    init {
        val said = cards.map { card ->
            check(words.strange(card.lines).isEmpty()) { "${card.where} says: ${words.strange(card.lines)}" }
            check(words.says(card.lines.first(), "can_be_faked")) { "${card.where} begins with ${card.lines.first()}" }
            Triple(words.alert(card.headline), words.reasons(card.lines), words.organisation(card.lines))
        }
        check(said.distinct().size <= 1) { "the surfaces differ: $cards" }
        alert = said.firstOrNull()?.first ?: "none"
        reasons = said.firstOrNull()?.second.orEmpty()
        organisation = said.firstOrNull()?.third
    }
}
