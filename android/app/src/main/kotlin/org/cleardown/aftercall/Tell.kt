package org.cleardown.aftercall

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.Button
import org.cleardown.R
import org.cleardown.platform.nameOf
import org.cleardown.spellNumbers

/**
 * Fills the group `tell_people` after a suspicious call that was taken: a button for each trusted
 * person, with a text that the person sends, or does not.
 */
fun Activity.showTell(facts: AfterCallFacts) {
    val group = findViewById<ViewGroup>(R.id.tell_people)
    val people = if (facts.status.flagged?.answered == true) facts.people else emptyList()
    if (List(group.childCount) { group.getChildAt(it).tag } == people) return
    group.removeAllViews()
    people.forEach { number ->
        val button = LayoutInflater.from(this).inflate(R.layout.press, group, false) as Button
        button.text = getString(R.string.tell_person, facts.displays[number] ?: number)
        button.tag = number
        button.setOnClickListener { prepareText(number) }
        group.addView(button)
        nameOf(number) { name ->
            button.text = getString(R.string.tell_person, name)
            button.spellNumbers()
        }
    }
}

/** Opens the phone's own messages with a text; it goes out only if the person sends it there. */
private fun Activity.prepareText(number: String) = try {
    val text = Intent(Intent.ACTION_SENDTO, Uri.fromParts("smsto", number, null))
    startActivity(text.putExtra("sms_body", getString(R.string.tell_text)))
} catch (_: ActivityNotFoundException) {
    ring(number)
}
