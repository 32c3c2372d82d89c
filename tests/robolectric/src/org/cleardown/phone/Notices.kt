package org.cleardown.phone

import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import org.robolectric.Shadows.shadowOf

/** A notification as a person reads it. */
class Notice(val notification: Notification) {
    val title: String = notification.extras.getCharSequence(Notification.EXTRA_TITLE).toString()
    val lines: List<String> = (
        notification.extras.getCharSequence(Notification.EXTRA_BIG_TEXT)
            ?: notification.extras.getCharSequence(Notification.EXTRA_TEXT) ?: ""
        ).lines().filter(String::isNotBlank)
    val actions: List<Notification.Action> = notification.actions.orEmpty().toList()

    /** Comes up over what is on the screen. */
    fun isHeadsUp(manager: NotificationManager): Boolean =
        manager.getNotificationChannel(notification.channelId).importance >= NotificationManager.IMPORTANCE_HIGH
}

/** The phone's notifications. */
class Notices(app: Application, private val turns: Turns) {
    private val manager = app.getSystemService(NotificationManager::class.java)
    private var before = emptySet<Notification>()

    /** All that are there. */
    val all: List<Notice> get() = shadowOf(manager).allNotifications.map(::Notice)

    /** Those that came or changed since [mark]. */
    val fresh: List<Notice> get() = all.filter { it.notification !in before }

    /** Those that come up by themselves since [mark]. */
    val headsUp: List<Notice> get() = fresh.filter { it.isHeadsUp(manager) }

    /** Whether [notice] is there still. */
    fun isUp(notice: Notice): Boolean = all.any { it.notification === notice.notification }

    /** From here on notifications count as fresh. */
    fun mark() {
        before = shadowOf(manager).allNotifications.toSet()
    }

    /** Presses the notification with this title; false if there is none. */
    fun press(title: String): Boolean = press(all.firstOrNull { it.title == title }?.notification?.contentIntent)

    /** Presses a button of the notification with this title; false if there is none. */
    fun press(title: String, action: String): Boolean =
        press(all.firstOrNull { it.title == title }?.actions?.firstOrNull { it.title == action }?.actionIntent)

    private fun press(target: PendingIntent?): Boolean {
        target ?: return false
        target.send()
        turns.settle()
        return true
    }
}
