package org.cleardown.aftercall

/** Numbers that every screen may offer for ringing. */
object Numbers {
    /** Danger now. */
    const val EMERGENCY = "999"

    /** The same for people who use text relay (Relay UK). */
    const val EMERGENCY_BY_TEXT = "18000"

    /** The police, for everything else. */
    const val POLICE = "101"

    /** Leads to most banks in the UK. */
    const val BANKS = "159"

    /** Report Fraud, for England, Wales and Northern Ireland (reportfraud.police.uk). */
    const val REPORT_FRAUD = "+443001232040"

    /** Takes texts about bad calls: the word "Call" and the number. All networks, free. */
    const val BAD_CALLS = "7726"

    /** Asks the network where this phone's calls go. Changes nothing. */
    const val WHERE_CALLS_GO = "*#21#"
}
