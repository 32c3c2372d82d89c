package org.cleardown.setup

import android.content.Context
import android.content.Intent
import android.net.Uri
import android.provider.Settings
import org.cleardown.warning.Channel

/** The page of the phone's settings where a step can be turned on by hand. */
object PhoneSettings {
    /** The page for [step]. */
    fun of(context: Context, step: Step): Intent = when (step) {
        Step.SCREENING, Step.REDIRECTION -> Intent(Settings.ACTION_MANAGE_DEFAULT_APPS_SETTINGS)
        Step.OVERLAY -> Intent(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, us(context))
        Step.NOTIFICATIONS -> Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
            .putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        Step.CONTACTS, Step.PHONE_STATE -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, us(context))
    }

    /** The page of our warnings among the messages that this app posts. */
    fun warnings(context: Context): Intent = Intent(Settings.ACTION_CHANNEL_NOTIFICATION_SETTINGS)
        .putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        .putExtra(Settings.EXTRA_CHANNEL_ID, Channel.WARNING.id)

    /** The page of this app, with its use of the battery. */
    fun app(context: Context): Intent = Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, us(context))

    private fun us(context: Context) = Uri.fromParts("package", context.packageName, null)
}
