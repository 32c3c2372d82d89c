package org.cleardown.alarm

import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import android.service.quicksettings.TileService
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.QuestionActivity
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.aftercall.SuspiciousTile
import org.cleardown.aftercall.UseThisPhoneActivity
import org.cleardown.bad.Broken
import org.cleardown.phone.CallParcel
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowTileService

/** The question after a call from a stranger, and the quick-settings tile. */
@RunWith(Runner::class)
@Config(sdk = [29, 36], shadows = [ShadowTile::class])
class QuestionAndTileTest {
    private val broken = Broken()
    private val phone get() = broken.phone

    @Test
    fun aNoInTheMessageShowsNoScreen() {
        ask()
        phone.notices.press(broken.text("question_headline"), broken.text("answer_no"))
        assertThat(phone.screens.front).isNull()
        assertThat(phone.notices.all).isEmpty()
    }

    @Test
    fun aYesInTheMessageLeadsToWhatToDo() {
        ask()
        phone.notices.press(broken.text("question_headline"), broken.text("answer_yes"))
        assertThat(phone.screens.front).isInstanceOf(AfterCallActivity::class.java)
        assertThat(phone.screens.find(QuestionActivity::class.java)).isNull()
    }

    @Test
    fun theTileAsksWhereTheCallWas() {
        press(isLocked = false)
        assertThat(phone.screens.front).isInstanceOf(SuspiciousCallActivity::class.java)
        phone.screens.press(R.id.elsewhere)
        assertThat(phone.screens.front).isInstanceOf(UseThisPhoneActivity::class.java)
    }

    @Test
    fun onALockedPhoneItAsksForTheUnlockFirst() {
        press(isLocked = true)
        assertThat(phone.screens.front).isInstanceOf(SuspiciousCallActivity::class.java)
    }

    private fun press(isLocked: Boolean) {
        val tile = Robolectric.buildService(SuspiciousTile::class.java, Intent()).create().get()
        Shadow.extract<ShadowTile>(tile).setLocked(isLocked)
        tile.onClick()
        phone.turns.settle()
        // What ran has run behind the lock screen, which Robolectric opens when it is asked for.
        assertThat(tile.isLocked).isFalse()
    }

    private fun ask() {
        phone.telecom.screen(CallParcel(STRANGER))
        phone.line.ring(STRANGER)
        phone.line.take()
        phone.line.hangUp()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) phone.postCall(STRANGER, Broken.LOCAL)
        assertThat(phone.notices.all.map { it.title }).contains(broken.text("question_headline"))
    }

    private companion object {
        const val STRANGER = "+441632960999"
    }
}

/** The system's side of a tile, where Robolectric has none: opening a screen from Android 14 on. */
@Implements(TileService::class)
class ShadowTile : ShadowTileService() {
    @Implementation(minSdk = Build.VERSION_CODES.UPSIDE_DOWN_CAKE)
    fun startActivityAndCollapse(screen: PendingIntent) = screen.send()
}
