package org.cleardown.bad

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import com.google.common.truth.Truth.assertThat
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.Answer
import org.cleardown.phone.Answers
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Whatever comes in: the phone rings, the call goes out, and what was known stays known. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class BadInputTest {
    private val broken = Broken()

    @Test
    fun anyNumberRings() {
        GARBAGE.forEach { number -> assertThat(broken.ring(number)).isEqualTo("none") }
    }

    @Test
    fun anyNumberGoesOutWhenNothingRuns() {
        GARBAGE.filterNotNull().forEach { assertThat(broken.dial(it)).containsExactly(Answers.PLACE) }
    }

    @Test
    fun anAddressThatIsNoNumberGoesOutDuringTheWait() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        for (handle in listOf(
            null,
            Uri.EMPTY,
            Uri.parse("sip:somebody@example.org"),
            Uri.parse("tel:"),
            Uri.parse("voicemail:")
        )) {
            val answers = broken.phone.telecom.place(handle, isInteractive = true)
            assertThat(answers.map(Answer::words)).containsExactly(Answers.PLACE)
        }
    }

    @Test
    @Config(sdk = [33, 36])
    fun aForgedEndOfACallShowsNothing() {
        forgeries().forEach { forged ->
            broken.phone.screens.start(forged)
            assertThat(broken.phone.screens.find(AfterCallActivity::class.java)).isNull()
        }
        assertThat(broken.phone.notices.all).isEmpty()
    }

    @Test
    @Config(sdk = [33, 36])
    fun aForgedEndDuringAFlaggedCallEndsNothing() {
        assertThat(broken.ring(POLICE)).isEqualTo("warning")
        forgeries().forEach(broken.phone.screens::start)
        assertThat(broken.phone.screens.find(AfterCallActivity::class.java)).isNull()
        assertThat(broken.phone.windows.overlays).hasSize(1)
        assertThat(broken.dial("01622 690690")).containsExactly(Answers.CANCEL)
    }

    @Test
    fun theWaitOutlivesTheProcess() {
        broken.ring(POLICE)
        broken.phone.restartProcess()
        assertThat(broken.dial("01622 690690")).containsExactly(Answers.CANCEL)
        assertThat(broken.isInFront("hold_headline")).isTrue()
    }

    private fun forgeries(): List<Intent> {
        val post = { Intent(POST_CALL).setClass(broken.phone.app, AfterCallActivity::class.java) }
        return listOf(
            post(),
            post().putExtra(HANDLE, Uri.parse("tel:+447700900777")).putExtra(CAUSE, Broken.LOCAL),
            post().putExtra(HANDLE, "tel:$POLICE").putExtra(CAUSE, "local"),
            post().putExtra(HANDLE, Bundle()).putExtra(CAUSE, Long.MAX_VALUE),
            post().putExtra(HANDLE, Uri.parse("mailto:somebody@example.org")),
            post().setData(Uri.parse("tel:$POLICE")),
        )
    }

    private companion object {
        const val POST_CALL = "android.telecom.action.POST_CALL"
        const val HANDLE = "android.telecom.extra.HANDLE"
        const val CAUSE = "android.telecom.extra.DISCONNECT_CAUSE"
        val GARBAGE = listOf(null, "", " ", "\u0000", "+", "☎", "anonymous", "+44+44+44", "9".repeat(10_000), "%00%ff")
    }
}
