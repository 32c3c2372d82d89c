package org.cleardown.alarm

import android.text.Spanned
import android.text.style.TtsSpan
import com.google.common.truth.Truth.assertThat
import org.cleardown.aftercall.Relay
import org.cleardown.robo.Runner
import org.cleardown.spelled
import org.cleardown.withDigits
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** How numbers are read out, and how they are dialled by text relay. */
@RunWith(Runner::class)
@Config(sdk = [36])
class SpokenTest {
    @Test
    fun aNumberIsSpelledInItsGroups() {
        assertThat("Report Fraud: 0300 123 2040".spelled()).isEqualTo("Report Fraud: 0 3 0 0, 1 2 3, 2 0 4 0")
        assertThat("Ring +44 1622 690690.".spelled()).isEqualTo("Ring + 4 4, 1 6 2 2, 6 9 0 6 9 0.")
        assertThat("999: danger now".spelled()).isEqualTo("9 9 9: danger now")
    }

    @Test
    fun whatIsNoNumberStays() {
        listOf("Wait 4 minutes and 59 seconds", "14:05", "4:59", "").forEach { assertThat(it.spelled()).isNull() }
    }

    @Test
    fun aMessageMarksItsNumbers() {
        val text = "You rang 999.".withDigits() as Spanned
        val span = text.getSpans(0, text.length, TtsSpan::class.java).single()
        assertThat(text.subSequence(text.getSpanStart(span), text.getSpanEnd(span)).toString()).isEqualTo("999")
        assertThat(span.args.getString(TtsSpan.ARG_DIGITS)).isEqualTo("999")
    }

    @Test
    fun textRelayPutsItsPrefixInFrontOfWhatIsDialledHere() {
        assertThat(Relay.number("999")).isEqualTo("18000")
        assertThat(Relay.number("+443001232040")).isEqualTo("1800103001232040")
        assertThat(Relay.number("159")).isEqualTo("18001159")
        assertThat(Relay.number("18001101")).isEqualTo("18001101")
        assertThat(Relay.number("*#21#")).isEqualTo("*#21#")
    }
}
