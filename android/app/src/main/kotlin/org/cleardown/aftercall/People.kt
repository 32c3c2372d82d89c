package org.cleardown.aftercall

import android.app.Activity
import org.cleardown.R
import org.cleardown.platform.nameOf
import org.cleardown.platform.openText
import org.cleardown.showButtons
import org.cleardown.spellNumbers

/** Fills the group `people`: a button that rings each trusted person. */
fun Activity.showPeople(facts: AfterCallFacts) =
    showPersons(R.id.people, R.layout.press_person, R.string.ring_person, facts.people, facts) { ring(it) }

/**
 * Fills the group `tell_people` after a suspicious call that was taken: a button for each trusted
 * person, with a text in the phone's own messages that the person sends, or does not.
 */
fun Activity.showTell(facts: AfterCallFacts) {
    val people = if (facts.status.flagged?.answered == true) facts.people else emptyList()
    showPersons(R.id.tell_people, R.layout.press_message, R.string.tell_person, people, facts) { number ->
        openText(number, getString(R.string.tell_text)) || ring(number)
    }
}

/** Buttons that say [words] of each of [people], by the name that the address book has. */
private fun Activity.showPersons(
    group: Int,
    layout: Int,
    words: Int,
    people: List<String>,
    facts: AfterCallFacts,
    press: (String) -> Unit,
) = showButtons(group, layout, people, { it }) { number ->
    text = getString(words, facts.displays[number] ?: number)
    setOnClickListener { press(number) }
    // The address book may be slow: a name comes when it comes, and neither screen nor engine waits.
    nameOf(number) { name ->
        text = getString(words, name)
        spellNumbers()
    }
}
