package org.cleardown.calm

import android.app.Activity
import android.content.Intent
import android.net.Uri
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.CallNote
import org.cleardown.home.HistoryActivity
import org.cleardown.parts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.ByteArrayOutputStream

/** The calls that were warned about: why, what the person wrote down, and how to be rid of them. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class HistoryTest {
    private val broken = Broken()
    private val phone = broken.phone
    private val setup = Setup(phone)

    @Test
    fun aNoteIsShownLineByLine() {
        ring(POLICE)
        phone.app.parts.engines.use { engine, now ->
            engine.addNote(null, CallNote("Sergeant Smith", "", "Holborn", "my card"), now)
        }
        open()
        assertThat(setup.texts).containsAtLeast(
            setup.text(R.string.history_note),
            setup.text(R.string.history_note_line, setup.text(R.string.details_name), "Sergeant Smith"),
            setup.text(R.string.history_note_line, setup.text(R.string.details_wanted), "my card"),
        ).inOrder()
        assertThat(setup.texts.none { it.startsWith(setup.text(R.string.details_number)) }).isTrue()
    }

    @Test
    fun whySaysTheReasonAndWhatTheListHas() {
        ring(POLICE)
        open()
        setup.press(R.id.why)
        assertThat(setup.texts).containsAtLeast(
            setup.text(R.string.why),
            setup.text(R.string.reason_listed_unknown),
            setup.text(R.string.why_listed, "Kent Police"),
        ).inOrder()
        assertThat(setup.texts.any { it.startsWith(setup.text(R.string.why_page, "")) }).isTrue()
        assertThat(setup.texts).contains(setup.text(R.string.why_no_date))
    }

    @Test
    fun whereThePageHasADateItIsSaid() {
        ring(DATED)
        open()
        setup.press(R.id.why)
        assertThat(setup.texts.single { it.startsWith(setup.text(R.string.why_date, "")) }).containsMatch("20\\d\\d")
    }

    @Test
    fun whyOfAHiddenCallerSaysThatTheListHasNothing() {
        ring(POLICE)
        ring(null)
        open()
        setup.press(R.id.why)
        assertThat(setup.texts).contains(setup.text(R.string.why_not_listed))
    }

    @Test
    fun oneCallIsDeletedAfterASecondPressTheOtherStays() {
        ring(POLICE)
        ring("159")
        open()
        assertThat(entries()).isEqualTo(2)
        setup.press(R.id.delete)
        assertThat(entries()).isEqualTo(2)
        setup.press(R.id.delete)
        assertThat(entries()).isEqualTo(1)
        assertThat(setup.texts).contains(setup.text(R.string.history_deleted))
    }

    @Test
    fun allAreDeletedAfterASecondPress() {
        ring(POLICE)
        ring("159")
        open()
        setup.press(R.id.delete_all)
        assertThat(entries()).isEqualTo(2)
        setup.press(R.id.delete_all)
        assertThat(setup.texts).contains(setup.text(R.string.history_empty))
    }

    @Test
    fun theListIsSavedWhereThePersonSays() {
        ring(POLICE)
        open()
        setup.press(R.id.export)
        val asked = shadowOf(setup.front).nextStartedActivityForResult
        assertThat(asked.intent.action).isEqualTo(Intent.ACTION_CREATE_DOCUMENT)
        val file = Uri.parse("content://files/calls.json")
        val written = ByteArrayOutputStream()
        shadowOf(phone.app.contentResolver).registerOutputStream(file, written)
        shadowOf(setup.front).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(file))
        assertThat(phone.turns.until { setup.text(R.string.file_saved) in setup.texts }).isTrue()
        assertThat(written.toString()).contains("690690")
    }

    private fun ring(number: String?) {
        broken.ring(number)
        broken.hangUp(number)
    }

    private fun open() {
        phone.screens.start(Intent(phone.app, HistoryActivity::class.java))
    }

    private fun entries(): Int = setup.texts.count { it == setup.text(R.string.why) }

    private companion object {
        /** A number of the bundled list whose page has a date. */
        const val DATED = "+441142202020"
    }
}
