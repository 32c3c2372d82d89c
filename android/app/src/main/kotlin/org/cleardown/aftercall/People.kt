package org.cleardown.aftercall

import android.app.Activity
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.Button
import org.cleardown.R
import org.cleardown.platform.nameOf
import org.cleardown.spellNumbers

/** Fills the group `people`: a button for each trusted person, with the name that the address book has. */
fun Activity.showPeople(facts: AfterCallFacts) {
    val group = findViewById<ViewGroup>(R.id.people)
    val shown = List(group.childCount) { group.getChildAt(it).tag }
    // Whoever is on such a button with a finger or a voice stays there.
    if (shown == facts.people) return
    group.removeAllViews()
    facts.people.forEach { number ->
        val button = LayoutInflater.from(this).inflate(R.layout.press_person, group, false) as Button
        button.text = getString(R.string.ring_person, facts.displays[number] ?: number)
        button.tag = number
        button.setOnClickListener { ring(number) }
        group.addView(button)
        // The address book may be slow: a name comes when it comes, and neither screen nor engine waits.
        nameOf(number) { name ->
            button.text = getString(R.string.ring_person, name)
            button.spellNumbers()
        }
    }
}
