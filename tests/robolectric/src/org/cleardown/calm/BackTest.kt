package org.cleardown.calm

import android.app.Activity
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher
import com.google.common.truth.Truth.assertThat
import org.cleardown.platform.Back
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.annotation.Config

/** From Android 13 on the phone is told beforehand who takes its "back". */
@RunWith(Runner::class)
@Config(sdk = [36])
class BackTest {
    private val screen = Robolectric.buildActivity(Screen::class.java).get()
    private var presses = 0
    private val back = Back(screen) { presses++ }

    @Test
    fun whileItIsTakenThePhoneCallsThisScreen() {
        back.isTaken = true
        back.isTaken = true
        screen.asked.single().onBackInvoked()
        assertThat(presses).isEqualTo(1)
    }

    @Test
    fun afterwardsThePhoneLeavesTheScreen() {
        back.isTaken = true
        back.isTaken = false
        assertThat(screen.asked).isEmpty()
        assertThat(back.pressed()).isFalse()
        back.isTaken = true
        assertThat(screen.asked).hasSize(1)
    }

    /** A screen whose window takes down who asks for "back", as the window manager does. */
    class Screen : Activity() {
        val asked = mutableListOf<OnBackInvokedCallback>()

        override fun getOnBackInvokedDispatcher() = object : OnBackInvokedDispatcher {
            override fun registerOnBackInvokedCallback(priority: Int, callback: OnBackInvokedCallback) {
                asked += callback
            }

            override fun unregisterOnBackInvokedCallback(callback: OnBackInvokedCallback) {
                asked -= callback
            }
        }
    }
}
