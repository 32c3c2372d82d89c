package org.cleardown.setup

import android.content.Context
import android.content.Intent
import android.net.Uri
import android.provider.Settings

/** The page of the phone's settings where a step can be turned on by hand. */
object PhoneSettings {
    /** The page for [step]. */
    fun of(context: Context, step: Step): Intent = when (step) {
        Step.SCREENING, Step.REDIRECTION -> Intent(Settings.ACTION_MANAGE_DEFAULT_APPS_SETTINGS)
        Step.OVERLAY -> Intent(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, app(context))
        Step.NOTIFICATIONS -> Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
            .putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        Step.CONTACTS, Step.PHONE_STATE -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, app(context))
    }

    private fun app(context: Context) = Uri.fromParts("package", context.packageName, null)
}
