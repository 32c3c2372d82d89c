package org.cleardown.alarm

import android.app.Instrumentation
import android.app.NotificationManager
import android.os.Bundle
import android.os.PowerManager
import android.view.View
import android.widget.TextView
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.bad.Broken
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.phone.Answers
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.placing.HoldActivity
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The screen of a call that was stopped. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class HoldTest {
    private val broken = Broken()
    private val phone get() = broken.phone

    @Test
    fun theWaysOutAreSeenAtOnce() {
        hold()
        listOf(R.id.ring_999, R.id.other_phone, R.id.close, R.id.call_anyway).forEach { inSight(it) }
    }

    @Test
    @Config(fontScale = 2f)
    fun withTheLargestFontHeadlineAndHelpAreSeenAndTheRestIsAnnounced() {
        hold()
        inSight(R.id.headline)
        inSight(R.id.ring_999)
        val scroll = checkNotNull(page().see(R.id.headline)).parent.parent as View
        assertThat(scroll.canScrollVertically(1)).isTrue()
        assertThat(scroll.isVerticalScrollBarEnabled && !scroll.isScrollbarFadingEnabled).isTrue()
    }

    @Test
    @Config(qualifiers = "w320dp-h569dp-port-xhdpi")
    fun onASmallPhoneHelpIsSeenAtOnce() {
        hold()
        inSight(R.id.ring_999)
        inSight(R.id.headline)
    }

    @Test
    fun theTenSecondsAreSaidOnceNotCounted() {
        hold()
        phone.screens.press(R.id.call_anyway)
        val note = page().see(R.id.call_anyway_note) as TextView
        assertThat(note.text.toString()).isEqualTo(broken.text("call_anyway_wait"))
        assertThat(note.accessibilityLiveRegion).isEqualTo(View.ACCESSIBILITY_LIVE_REGION_POLITE)
        assertThat(page().read(R.id.call_anyway_count)).isEqualTo("10 seconds to go")
        val count = checkNotNull(page().see(R.id.call_anyway_count))
        assertThat(count.importantForAccessibility).isEqualTo(View.IMPORTANT_FOR_ACCESSIBILITY_NO)
    }

    @Test
    fun turnedRoundItStillSaysWhatBecameOfTheCall() {
        hold()
        phone.screens.press(R.id.call_anyway)
        phone.screens.turn(phone.screens.front!!)
        assertThat(page().texts()).contains(held())
        assertThat(page().read(R.id.call_anyway_note)).isEqualTo(broken.text("call_anyway_wait"))
    }

    @Test
    fun afterItsProcessHasDiedItStillSaysSo() {
        hold()
        val before = phone.screens.front!!
        val kept = Bundle().also { Instrumentation().callActivityOnSaveInstanceState(before, it) }
        val intent = before.intent
        phone.restartProcess()
        phone.screens.restore(HoldActivity::class.java, intent, kept)
        phone.turns.settle()
        assertThat(page().texts()).contains(held())
        assertThat(phone.screens.press(R.id.call_anyway)).isTrue()
    }

    @Test
    fun aMessageLeadsBackToTheScreen() {
        hold()
        assertThat(phone.notices.all.map { it.title }).contains(broken.text("held_message"))
        phone.screens.press(R.id.close)
        assertThat(phone.notices.all.map { it.title }).doesNotContain(broken.text("held_message"))
    }

    @Test
    fun dialledWithoutLookingAtThePhoneItMakesASound() {
        shadowOf(phone.app.getSystemService(PowerManager::class.java)).turnScreenOn(false)
        hold()
        val message = phone.notices.all.single { it.title == broken.text("held_message") }
        val manager = phone.app.getSystemService(NotificationManager::class.java)
        assertThat(manager.getNotificationChannel(message.notification.channelId).importance)
            .isAtLeast(NotificationManager.IMPORTANCE_DEFAULT)
    }

    @Test
    fun aSecondCallMeanwhileIsWarnedAboutAndLeavesTheScreen() {
        hold()
        assertThat(broken.ring(TREASURY)).isEqualTo("warning")
        assertThat(phone.windows.overlays).hasSize(1)
        assertThat(phone.screens.front).isInstanceOf(HoldActivity::class.java)
        broken.hangUp(TREASURY)
        assertThat(phone.windows.overlays).isEmpty()
        assertThat(phone.screens.front).isInstanceOf(AfterCallActivity::class.java)
        assertThat(phone.screens.find(HoldActivity::class.java)).isNotNull()
    }

    private fun hold() {
        broken.ring(POLICE)
        broken.hangUp(POLICE)
        assertThat(broken.dial("01622 690690")).containsExactly(Answers.CANCEL)
        assertThat(phone.screens.front).isInstanceOf(HoldActivity::class.java)
    }

    private fun held() = phone.app.getString(R.string.hold_held, "01622\u00A0690690")

    private fun page(): View = phone.screens.front!!.window.decorView

    private fun inSight(id: Int) {
        val view = checkNotNull(page().see(id)) { page().resources.getResourceEntryName(id) + " is not there" }
        check(view.isWhollyInSight()) { page().resources.getResourceEntryName(id) + " is below the edge" }
    }

    private companion object {
        const val TREASURY = "+442072705000"
    }
}
