package org.cleardown.platform

import android.content.Context
import android.media.AudioManager

/** What the phone's audio is set up for. Needs no permission. */
enum class AudioMode { QUIET, RINGING, IN_CALL }

/** The audio mode now. A call by another app counts as a call. */
fun Context.audioMode(): AudioMode = when (getSystemService(AudioManager::class.java)?.mode) {
    AudioManager.MODE_RINGTONE -> AudioMode.RINGING
    AudioManager.MODE_IN_CALL,
    AudioManager.MODE_IN_COMMUNICATION,
    // Set from Android 13 on, for a call whose sound goes to another device.
    AudioManager.MODE_CALL_REDIRECT,
    AudioManager.MODE_COMMUNICATION_REDIRECT,
    -> AudioMode.IN_CALL
    else -> AudioMode.QUIET
}

/** Whether a call is running, by audio mode. */
fun Context.isInCall(): Boolean = audioMode() == AudioMode.IN_CALL
