package org.cleardown.bench

import com.google.i18n.phonenumbers.PhoneNumberUtil
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat
import java.sql.DriverManager

/** The usual way: libphonenumber makes one spelling of the number, SQLite finds the text. */
object Other {
    private const val LOOK_UP =
        "SELECT o.name FROM numbers n JOIN organisations o ON o.id = n.organisation WHERE n.number = ?"

    /** [args]: address of the list, number. */
    @JvmStatic
    fun main(args: Array<String>) {
        val began = System.nanoTime()
        val numbers = PhoneNumberUtil.getInstance()
        val key = numbers.format(numbers.parse(args[1], "GB"), PhoneNumberFormat.E164)
        val db = DriverManager.getConnection(args[0])
        val find = db.prepareStatement(LOOK_UP)
        find.setString(1, key)
        val found = find.executeQuery()
        val organisation = if (found.next()) found.getString(1) else null
        val took = System.nanoTime() - began
        println("$took ${if (organisation != null) 1 else 0}")
        Runtime.getRuntime().halt(0)
    }
}
