package org.cleardown

import org.cleardown.engine.Alert

/** The one place where codes become words. */
object Words {
    /** The headline of an alert level. */
    fun headline(alert: Alert): Int = when (alert) {
        Alert.NONE -> R.string.headline_none
        Alert.CAUTION -> R.string.headline_caution
        Alert.WARNING -> R.string.headline_warning
        Alert.CERTAIN_FAKE -> R.string.headline_certain_fake
    }

    /** What to do about a call, in one line. */
    fun advice(alert: Alert): Int = when (alert) {
        Alert.NONE, Alert.CAUTION -> R.string.advice_caution
        Alert.WARNING -> R.string.advice_warning
        Alert.CERTAIN_FAKE -> R.string.advice_certain_fake
    }

    /** What a warning says of a short number that shows; null if [number] is none that we know. */
    fun shownCode(number: String?): Int? = when (number) {
        "999", "112", "18000" -> R.string.shows_code_emergency
        "101" -> R.string.shows_code_101
        "105" -> R.string.shows_code_105
        "111" -> R.string.shows_code_111
        "159" -> R.string.shows_code_159
        "7726" -> R.string.shows_code_7726
        else -> null
    }

    /** What the hold screen says of a short number that was dialled; null if [number] is none that can be held. */
    fun heldCode(number: String): Int? = when (number) {
        "101" -> R.string.hold_code_101
        "159" -> R.string.hold_code_159
        else -> null
    }

    /** The sentence for a reason's code. */
    fun reason(code: String): Int = Reason.of(code)?.let(::reason) ?: R.string.reason_other

    /** The sentence for a reason. */
    fun reason(reason: Reason): Int = when (reason) {
        Reason.LISTED_NEVER -> R.string.reason_listed_never
        Reason.LISTED_UNLIKELY -> R.string.reason_listed_unlikely
        Reason.LISTED_UNKNOWN -> R.string.reason_listed_unknown
        Reason.LISTED_KNOWN -> R.string.reason_listed_known
        Reason.CODE_AS_CALLER -> R.string.reason_code_as_caller
        Reason.SECOND_CALL -> R.string.reason_second_call
        Reason.TWO_ORGANISATIONS -> R.string.reason_two_organisations
        Reason.DURING_COOL_DOWN -> R.string.reason_during_cool_down
        Reason.SAID_AUTHORITY -> R.string.reason_said_authority
        Reason.MARKED_SUSPICIOUS -> R.string.reason_marked_suspicious
        Reason.VERIFICATION_FAILED -> R.string.reason_verification_failed
        Reason.AFTER_EMERGENCY_CALL -> R.string.reason_after_emergency_call
        Reason.CALLER_HIDDEN -> R.string.reason_caller_hidden
        Reason.LISTED -> R.string.reason_listed
        Reason.AUTHORITY_CODE -> R.string.reason_authority_code
        Reason.SAME_CALLER -> R.string.reason_same_caller
        Reason.UNKNOWN_NUMBER -> R.string.reason_unknown_number
        Reason.ALL_CALLS -> R.string.reason_all_calls
        Reason.CALL_FORWARDING -> R.string.reason_call_forwarding
        Reason.CALL_RUNNING -> R.string.reason_call_running
        Reason.EMERGENCY -> R.string.reason_emergency
        Reason.LIFE_SAVING -> R.string.reason_life_saving
        Reason.NO_COOL_DOWN -> R.string.reason_no_cool_down
        Reason.PASSED -> R.string.reason_passed
        Reason.TRUSTED_CONTACT -> R.string.reason_trusted_contact
        Reason.OUT_OF_SCOPE -> R.string.reason_out_of_scope
        Reason.GAVE_DETAILS -> R.string.reason_gave_details
        Reason.CODE -> R.string.reason_code
        Reason.NO_SCREEN -> R.string.reason_no_screen
        Reason.FAILED_OPEN -> R.string.reason_failed_open
    }

    /** What an event in the health record means. */
    fun event(code: String): Int = when (code) {
        "screening_timeout" -> R.string.event_screening_timeout
        "placing_timeout" -> R.string.event_placing_timeout
        "native_panic" -> R.string.event_native_panic
        "native_error" -> R.string.event_native_error
        "native_missing" -> R.string.event_native_missing
        "engine_busy", "busy" -> R.string.event_engine_busy
        "disk_full", "read_only", "io_error" -> R.string.event_disk_full
        "no_list", "list_broken", "list_unreadable", "list_hash", "list_too_old" -> R.string.event_list_broken
        "live_broken", "state_unreadable", "marker_broken" -> R.string.event_live_broken
        "history_broken" -> R.string.event_history_broken
        "newer_format" -> R.string.event_newer_format
        "no_screen" -> R.string.event_no_screen
        "no_surface" -> R.string.event_no_surface
        "answer_failed" -> R.string.event_answer_failed
        "sync_not_planned" -> R.string.event_sync_not_planned
        else -> if (code.startsWith(FETCH)) R.string.event_fetch else R.string.event_other
    }

    /** Why the list could not be renewed, and what to do. */
    fun fetch(code: String): Int = when (code) {
        "no_network" -> R.string.fetch_no_network
        "timeout", "too_slow" -> R.string.fetch_slow
        "io", "stopped" -> R.string.fetch_broken
        "tls" -> R.string.fetch_tls
        "client_too_old" -> R.string.fetch_app_too_old
        "list_bulk" -> R.string.fetch_waits
        "list_rollback", "list_too_old", "role_removed" -> R.string.fetch_older
        "threshold", "duplicate_signature", "root_order", "root_steps" -> R.string.fetch_signature
        "other_root" -> R.string.fetch_other_root
        "disk_full", "read_only", "io_error", "database_refused" -> R.string.fetch_storage
        else -> fetchKind(code)
    }

    /** The rest by the form of the code: `timestamp_rollback`, `expired_targets`, `http_503`. */
    private fun fetchKind(code: String): Int = when {
        code.endsWith("_rollback") -> R.string.fetch_older
        code.startsWith("expired_") -> R.string.fetch_expired
        code.endsWith("_unreadable") -> R.string.fetch_web_page
        code.startsWith("http_3") || code == "http_511" -> R.string.fetch_web_page
        code.startsWith("http_") -> R.string.fetch_server
        DAMAGED.any(code::endsWith) -> R.string.fetch_damaged
        else -> R.string.fetch_other
    }

    private const val FETCH = "sync_"
    private val DAMAGED = listOf("_hash", "_version", "_too_large", "_missing", "too_big", "no_target", "wrong_base")
}
