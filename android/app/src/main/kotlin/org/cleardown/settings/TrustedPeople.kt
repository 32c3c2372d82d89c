package org.cleardown.settings

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.Button
import org.cleardown.R
import org.cleardown.Sentence
import org.cleardown.platform.nameOf
import org.cleardown.show

/** The list of trusted people: numbers, picked from the contacts or removed, saved with the rest. */
class TrustedPeople(private val screen: Activity) {
    private val list: ViewGroup = screen.findViewById(R.id.trusted_contacts)

    /** The numbers now on the screen. */
    var numbers: List<String> = emptyList()
        private set

    /** Shows these numbers, each with a button that removes it. */
    fun show(numbers: List<String>) {
        this.numbers = numbers.distinct()
        val none = Sentence("none", screen.getString(R.string.trusted_none))
        list.show(if (this.numbers.isEmpty()) listOf(none) else emptyList())
        this.numbers.forEach { number ->
            val remove = LayoutInflater.from(screen).inflate(R.layout.press, list, false) as Button
            remove.text = screen.getString(R.string.trusted_remove, number)
            remove.tag = number
            screen.nameOf(number) { name -> remove.text = screen.getString(R.string.trusted_remove_name, name, number) }
            remove.setOnClickListener { show(this.numbers - number) }
            list.addView(remove)
        }
    }

    /** Adds the number that the contact picker gave; it may be read without any permission. */
    fun add(picked: Uri) {
        val found = screen.contentResolver.query(picked, arrayOf(Phone.NUMBER), null, null, null) ?: return
        val number = found.use { if (it.moveToFirst()) it.getString(0) else null }
        if (!number.isNullOrBlank()) show(numbers + number)
    }

    companion object {
        /** Opens the phone's own list of contacts, to pick one number. */
        fun picker(): Intent = Intent(Intent.ACTION_PICK, Phone.CONTENT_URI)
    }
}
