package org.cleardown.warning

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import org.cleardown.R
import org.cleardown.withDigits

/** The kinds of messages that this app posts; the person can switch each off in the phone's settings. */
enum class Channel(val id: String, val title: Int, val importance: Int) {
    /** Comes up over other apps, also on a locked phone. */
    WARNING("warning", R.string.channel_warning, NotificationManager.IMPORTANCE_HIGH),

    /** What to do after a suspicious call, where a screen says it, too. */
    AFTER("after", R.string.channel_after, NotificationManager.IMPORTANCE_DEFAULT),

    /** Makes no sound. */
    QUIET("quiet", R.string.channel_quiet, NotificationManager.IMPORTANCE_LOW),
}

/** One message for each of these; a later one takes the place of the one before. */
enum class Message { WARNING, ADVICE, AFTER_CALL, QUESTION, PRACTICE, HELD }

/** A message of this app, to be filled and posted. Every message may show on a locked phone. */
fun Context.message(channel: Channel, title: String, text: String): Notification.Builder {
    val manager = getSystemService(NotificationManager::class.java)
    manager.createNotificationChannel(
        NotificationChannel(channel.id, getString(channel.title), channel.importance).apply {
            lockscreenVisibility = Notification.VISIBILITY_PUBLIC
        },
    )
    val spoken = text.withDigits()
    return Notification.Builder(this, channel.id)
        .setSmallIcon(R.drawable.ic_warning)
        .setColor(getColor(R.color.icon_ground))
        .setContentTitle(title)
        .setContentText(spoken)
        .setStyle(Notification.BigTextStyle().bigText(spoken))
        .setVisibility(Notification.VISIBILITY_PUBLIC)
}

/** Shows a message. */
fun Context.post(message: Message, built: Notification.Builder) =
    getSystemService(NotificationManager::class.java).notify(message.ordinal + 1, built.build())

/** Takes a message away. */
fun Context.withdraw(message: Message) =
    getSystemService(NotificationManager::class.java).cancel(message.ordinal + 1)

/** Whether a message is there now. */
fun Context.isUp(message: Message): Boolean =
    getSystemService(NotificationManager::class.java).activeNotifications.any { it.id == message.ordinal + 1 }

/** What a press on a message opens. [request] tells presses apart that open the same screen. */
fun Context.onPressOpen(screen: Intent, request: Int = 0): PendingIntent =
    PendingIntent.getActivity(this, request, screen, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE)
