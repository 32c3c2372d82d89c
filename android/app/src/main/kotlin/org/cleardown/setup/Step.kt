package org.cleardown.setup

import android.Manifest
import android.app.role.RoleManager
import android.content.Context
import org.cleardown.R
import org.cleardown.platform.has
import org.cleardown.platform.holds
import org.cleardown.platform.mayDrawOver
import org.cleardown.platform.mayNotify
import org.cleardown.platform.notificationPermission

/** What the person can turn on, each with its reason; in the order of the set-up screen. */
enum class Step(val title: Int, val text: Int, val health: Int) {
    SCREENING(R.string.setup_screening, R.string.setup_screening_text, R.string.health_screening),
    OVERLAY(R.string.setup_overlay, R.string.setup_overlay_text, R.string.health_overlay),
    NOTIFICATIONS(R.string.setup_notifications, R.string.setup_notifications_text, R.string.health_notifications),
    CONTACTS(R.string.setup_contacts, R.string.setup_contacts_text, R.string.health_contacts),
    REDIRECTION(R.string.setup_redirection, R.string.setup_redirection_text, R.string.health_redirection),
    PHONE_STATE(R.string.setup_phone_state, R.string.setup_phone_state_text, R.string.health_phone_state),
    ;

    /** The role to ask for, if this step is one. */
    val role: String?
        get() = when (this) {
            SCREENING -> RoleManager.ROLE_CALL_SCREENING
            REDIRECTION -> RoleManager.ROLE_CALL_REDIRECTION
            OVERLAY, NOTIFICATIONS, CONTACTS, PHONE_STATE -> null
        }

    /** The permission to ask for, if this step is one on this version of Android. */
    val permission: String?
        get() = when (this) {
            NOTIFICATIONS -> notificationPermission
            CONTACTS -> Manifest.permission.READ_CONTACTS
            PHONE_STATE -> Manifest.permission.READ_PHONE_STATE
            SCREENING, REDIRECTION, OVERLAY -> null
        }

    /** What to do where the phone said no, or did not ask at all. */
    val refusal: Int
        get() = if (role == null) R.string.setup_look_in_settings else R.string.setup_role_refused

    /** Whether it is on now. */
    fun isOn(context: Context): Boolean = when (this) {
        SCREENING -> context.holds(RoleManager.ROLE_CALL_SCREENING)
        REDIRECTION -> context.holds(RoleManager.ROLE_CALL_REDIRECTION)
        OVERLAY -> context.mayDrawOver()
        NOTIFICATIONS -> context.mayNotify()
        CONTACTS -> context.has(Manifest.permission.READ_CONTACTS)
        PHONE_STATE -> context.has(Manifest.permission.READ_PHONE_STATE)
    }
}
