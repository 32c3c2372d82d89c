package org.cleardown

/** Every reason that the engine can give. Its code there is the name in small letters. */
enum class Reason {
    LISTED_NEVER,
    LISTED_UNLIKELY,
    LISTED_UNKNOWN,
    LISTED_KNOWN,
    CODE_AS_CALLER,
    SECOND_CALL,
    TWO_ORGANISATIONS,
    DURING_COOL_DOWN,
    SAID_AUTHORITY,
    MARKED_SUSPICIOUS,
    VERIFICATION_FAILED,
    AFTER_EMERGENCY_CALL,
    CALLER_HIDDEN,
    LISTED,
    AUTHORITY_CODE,
    SAME_CALLER,
    UNKNOWN_NUMBER,
    ALL_CALLS,
    CALL_FORWARDING,
    CALL_RUNNING,
    EMERGENCY,
    LIFE_SAVING,
    NO_COOL_DOWN,
    PASSED,
    TRUSTED_CONTACT,
    OUT_OF_SCOPE,
    GAVE_DETAILS,
    CODE,
    NO_SCREEN,
    FAILED_OPEN,
    ;

    /** The engine's name for it. */
    val code: String = name.lowercase()

    companion object {
        private val byCode = entries.associateBy(Reason::code)

        /** The reason with this code; null if a newer library knows one that we do not. */
        fun of(code: String): Reason? = byCode[code]
    }
}
