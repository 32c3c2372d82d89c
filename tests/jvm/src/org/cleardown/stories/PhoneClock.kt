package org.cleardown.stories

import org.cleardown.engine.Now

/** The clocks of the simulated phone. */
class PhoneClock {
    private var seconds = 0L
    private var jumped = 0L
    private var bootedAt = -UP_BEFORE
    private var boot = 3L

    /** What the clocks read. */
    val now: Now get() = Now((START + jumped + seconds) * 1000, (seconds - bootedAt) * 1000, boot)

    /** So many seconds have passed since the story began. */
    fun moveTo(seconds: Long) {
        this.seconds = seconds
    }

    /** Somebody sets the wall clock. */
    fun jump(seconds: Long) {
        jumped += seconds
    }

    /** The phone is started again: it takes no time here. */
    fun reboot() {
        boot += 1
        bootedAt = seconds - STARTING
    }

    private companion object {
        /** 15 November 2026, seconds since 1970. */
        const val START = 1_794_700_800L

        /** The phone has been up for a day, seconds. */
        const val UP_BEFORE = 86_400L

        /** Between the start of the phone and the app's first look at the clock, seconds. */
        const val STARTING = 20L
    }
}
