package org.cleardown.aftercall

/** Numbers that every screen may offer for ringing. */
object Numbers {
    /** Danger now. */
    const val EMERGENCY = "999"

    /** The police, for everything else. */
    const val POLICE = "101"

    /** Leads to most banks in the UK. */
    const val BANKS = "159"

    /** Report Fraud, for England, Wales and Northern Ireland (reportfraud.police.uk). */
    const val REPORT_FRAUD = "+443001232040"
}
