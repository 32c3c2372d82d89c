package org.cleardown.settings

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.guard.ask
import org.cleardown.platform.nameOf
import org.cleardown.show
import org.cleardown.showIf
import org.cleardown.spellNumbers

/** The list of trusted people: numbers, picked from the contacts or removed, saved with the rest. */
class TrustedPeople(private val screen: Activity) {
    private val list: ViewGroup = screen.findViewById(R.id.trusted_contacts)
    private var displays: Map<String, String> = emptyMap()
    private var isFixed = false

    /** The numbers now on the screen. */
    var numbers: List<String> = emptyList()
        private set

    /**
     * Shows these numbers, each with a button that removes it; without any button if they [areOthers] to set.
     * [known] has numbers as people write them, which need not be asked for then.
     */
    fun show(numbers: List<String>, areOthers: Boolean = isFixed, known: Map<String, String> = emptyMap()) {
        this.numbers = numbers.distinct()
        isFixed = areOthers
        displays = displays + known
        screen.showIf(R.id.trusted_add, !isFixed)
        draw()
        if (displays.keys.containsAll(numbers)) return
        screen.ask({ engine, now -> engine.displays(numbers, now) }) {
            displays = displays + it
            draw()
        }
    }

    /** Adds the number that the contact picker gave; it may be read without any permission. */
    fun add(picked: Uri) {
        val found = screen.contentResolver.query(picked, arrayOf(Phone.NUMBER), null, null, null) ?: return
        val number = found.use { if (it.moveToFirst()) it.getString(0) else null }
        if (!number.isNullOrBlank()) show(numbers + number)
    }

    private fun draw() {
        val none = Sentence("none", screen.getString(R.string.trusted_none))
        list.show(if (numbers.isEmpty()) listOf(none) else emptyList())
        numbers.forEach { list.addView(line(it)) }
    }

    private fun line(number: String): TextView {
        val layout = if (isFixed) R.layout.sentence else R.layout.press
        val line = LayoutInflater.from(screen).inflate(layout, list, false) as TextView
        val display = displays[number] ?: number
        fun say(words: String) {
            line.text = words
            line.spellNumbers()
        }
        say(if (isFixed) display else screen.getString(R.string.trusted_remove, display))
        screen.nameOf(number) { name ->
            val words = if (isFixed) R.string.trusted_name else R.string.trusted_remove_name
            say(screen.getString(words, name, display))
        }
        line.tag = number
        if (!isFixed) line.setOnClickListener { show(numbers - number) }
        return line
    }

    companion object {
        /** Opens the phone's own list of contacts, to pick one number. */
        fun picker(): Intent = Intent(Intent.ACTION_PICK, Phone.CONTENT_URI)
    }
}
