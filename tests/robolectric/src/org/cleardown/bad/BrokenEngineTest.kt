package org.cleardown.bad

import com.google.common.collect.Range
import com.google.common.truth.Truth.assertThat
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.Engine
import org.cleardown.engine.NativeLibrary
import org.cleardown.phone.Answers
import org.cleardown.phone.CallParcel
import org.cleardown.platform.Clock
import org.cleardown.platform.deviceProtected
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The native library is missing, panics, hangs or was closed: calls ring and go out in time, and "What works" says why. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class BrokenEngineTest {
    private val broken = Broken()

    @Test
    fun aPanicIsWrittenDown() {
        armed()
        broken.doors.fault("panic")
        assertThat(broken.ring(POLICE)).isEqualTo("none")
        broken.doors.fault("panic")
        assertThat(broken.dial(HELD)).containsExactly(Answers.PLACE)
        broken.doors.fault(null)
        assertThat(broken.healthSays("native_panic")).isTrue()
        assertThat(broken.dial(HELD)).containsExactly(Answers.CANCEL)
    }

    @Test
    fun aLateAnswerIsNoSecondAnswer() {
        armed()
        broken.doors.fault("slow")
        broken.phone.turns.patienceMs = SHORT_MS
        val answers = broken.phone.telecom.screen(CallParcel(POLICE))
        assertThat(answers.map { it.words }).containsExactly(Answers.ALLOW)
        assertThat(answers.single().afterNs).isIn(Range.closed(NS_2_5, NS_4_9))
        broken.doors.fault(null)
        broken.phone.turns.patienceMs = LONG_MS
        broken.phone.turns.settle()
        assertThat(answers).hasSize(1)
        assertThat(broken.healthSays("screening_timeout")).isTrue()
    }

    @Test
    fun afterTwoHangsNobodyWaitsForNativeCode() {
        armed()
        broken.doors.fault("slow")
        broken.phone.turns.patienceMs = SHORT_MS
        repeat(2) {
            val answer = broken.phone.telecom.place(HELD, isInteractive = true).single()
            assertThat(answer.words).isEqualTo(Answers.PLACE)
            assertThat(answer.afterNs).isIn(Range.closed(NS_1, NS_4_9))
        }
        val third = broken.phone.telecom.place(HELD, isInteractive = true).single()
        assertThat(third.words).isEqualTo(Answers.PLACE)
        assertThat(third.afterNs).isLessThan(NS_1)
        broken.doors.fault(null)
        broken.phone.turns.patienceMs = LONG_MS
        broken.phone.turns.settle()
        assertThat(broken.isInFront("hold_headline")).isFalse()
        broken.phone.restartProcess()
        assertThat(broken.healthSays("placing_timeout")).isTrue()
        assertThat(broken.dial(HELD)).containsExactly(Answers.CANCEL)
    }

    @Test
    fun aClosedEngineIsOpenedAgain() {
        armed()
        close()
        assertThat(broken.ring(POLICE)).isAnyOf("none", "warning")
        assertThat(broken.ring(POLICE)).isEqualTo("warning")
        assertThat(broken.dial(HELD)).containsExactly(Answers.CANCEL)
    }

    @Test
    fun withoutTheLibraryCallsRingAndGoOut() {
        armed()
        withoutLibrary {
            assertThat(broken.ring(POLICE)).isEqualTo("none")
            assertThat(broken.dial(HELD)).containsExactly(Answers.PLACE)
            assertThat(broken.healthSays("native_missing")).isTrue()
        }
        broken.phone.restartProcess()
        assertThat(broken.healthSays("native_missing")).isTrue()
        assertThat(broken.dial(HELD)).containsExactly(Answers.CANCEL)
    }

    /** A suspicious call has just ended: the wait runs. */
    private fun armed() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
    }

    /** Somebody else closes the app's engine: the same folder is the same engine. */
    private fun close() {
        val app = broken.phone.app
        Engine.open(app.deviceProtected().filesDir.path, app.filesDir.path, "GB", Clock.now(app)).close()
    }

    private fun withoutLibrary(act: () -> Unit) {
        val path = System.getProperty(LIBRARY)
        val loaded = NativeLibrary::class.java.getDeclaredField("loaded").apply { isAccessible = true }
        broken.phone.restartProcess()
        System.setProperty(LIBRARY, "/nowhere/libcleardown.so")
        loaded.setBoolean(NativeLibrary, false)
        try {
            act()
        } finally {
            System.setProperty(LIBRARY, path)
            loaded.setBoolean(NativeLibrary, true)
        }
    }

    private companion object {
        const val LIBRARY = "cleardown.library"
        const val HELD = "01622 690690"
        const val SHORT_MS = 100L
        const val LONG_MS = 8_000L
        const val NS_1 = 1_000_000_000L
        const val NS_2_5 = 2_500_000_000L
        const val NS_4_9 = 4_900_000_000L
    }
}
