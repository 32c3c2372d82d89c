package org.cleardown.phone

import android.app.Application
import android.os.SystemClock
import android.provider.Settings
import org.cleardown.robo.WallClock
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowPausedSystemClock
import org.robolectric.shadows.ShadowSystemClock
import org.robolectric.util.ReflectionHelpers
import java.time.Duration

/** The three clocks of the phone: wall clock, time since it started, number of starts. */
class PhoneClock(private val app: Application) {
    private val beganMs = SystemClock.uptimeMillis()
    private var boot = 7

    init {
        WallClock.aheadMs = STORY_BEGINS_MS - beganMs
        sinceStart(HOUR_MS)
        count()
    }

    /** Milliseconds since the story began. */
    val storyMs: Long get() = SystemClock.uptimeMillis() - beganMs

    /**
     * Time passes until the story has come to [ms]; what was due meanwhile is run at the end of it,
     * as on a phone that slept. Never back.
     */
    fun goTo(ms: Long) {
        val gap = ms - storyMs
        if (gap <= 0) return
        val awake = gap.coerceAtMost(AWAKE_MS)
        if (gap > awake) ShadowSystemClock.advanceBy(Duration.ofMillis(gap - awake))
        val main = shadowOf(android.os.Looper.getMainLooper())
        main.idle()
        main.idleFor(Duration.ofMillis(ms - storyMs))
    }

    /** Somebody sets the wall clock. */
    fun jump(ms: Long) {
        WallClock.aheadMs += ms
    }

    /** The phone has started again, some seconds ago. */
    fun reboot() {
        boot++
        count()
        sinceStart(START_TAKES_MS)
    }

    private fun count() {
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, boot)
    }

    private fun sinceStart(ms: Long) =
        ReflectionHelpers.setStaticField(ShadowPausedSystemClock::class.java, "currentRealtimeNs", ms * 1_000_000)

    private companion object {
        /** 20 November 2026, 10:00 UTC. */
        const val STORY_BEGINS_MS = 1_795_168_800_000
        const val HOUR_MS = 3_600_000L
        const val START_TAKES_MS = 20_000L

        /** How long the phone is awake before the next thing happens: ticks are seen one by one. */
        const val AWAKE_MS = 2_500L
    }
}
