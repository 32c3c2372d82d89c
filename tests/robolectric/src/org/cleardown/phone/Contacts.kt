package org.cleardown.phone

import android.content.ContentProvider
import android.content.ContentUris
import android.content.ContentValues
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.ContactsContract
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.provider.ContactsContract.PhoneLookup
import android.telephony.PhoneNumberUtils
import org.robolectric.Robolectric

/** The phone's address book. */
class Contacts : ContentProvider() {
    override fun onCreate() = true

    override fun query(
        uri: Uri,
        columns: Array<String>?,
        where: String?,
        args: Array<String>?,
        order: String?,
    ): Cursor {
        val wanted = columns ?: arrayOf(PhoneLookup._ID)
        val rows = MatrixCursor(wanted)
        found(uri).forEach { (id, number) ->
            rows.addRow(wanted.map { column -> cell(column, id, number) })
        }
        return rows
    }

    private fun cell(column: String, id: Int, number: String): Any = when (column) {
        Phone.NUMBER -> number
        PhoneLookup.DISPLAY_NAME -> NAMES[id % NAMES.size]
        else -> id
    }

    private fun found(uri: Uri): List<IndexedValue<String>> {
        val all = numbers.withIndex().toList()
        return if (uri.toString().startsWith(PhoneLookup.CONTENT_FILTER_URI.toString())) {
            val asked = uri.lastPathSegment.orEmpty()
            all.filter { isSame(it.value, asked) }
        } else {
            all.filter { it.index.toLong() == ContentUris.parseId(uri) }
        }
    }

    /** As the phone does it: in either spelling, and never for a number that has no digits. */
    private fun isSame(kept: String, asked: String): Boolean =
        asked.any(Char::isDigit) && PhoneNumberUtils.compare(kept, asked)

    override fun getType(uri: Uri): String? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, where: String?, args: Array<String>?) = 0

    override fun update(uri: Uri, values: ContentValues?, where: String?, args: Array<String>?) = 0

    companion object {
        private val numbers = mutableListOf<String>()
        private val NAMES = listOf("Anna", "Ben", "Cai")

        /** Puts an address book with these numbers into the phone. */
        fun install(kept: List<String>) {
            numbers.clear()
            numbers += kept
            Robolectric.setupContentProvider(Contacts::class.java, ContactsContract.AUTHORITY)
        }

        /** The entry with this number, as the contact picker hands it on. */
        fun pick(number: String): Uri {
            if (number !in numbers) numbers += number
            return ContentUris.withAppendedId(Phone.CONTENT_URI, numbers.indexOf(number).toLong())
        }
    }
}
