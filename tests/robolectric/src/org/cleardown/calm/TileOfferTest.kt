package org.cleardown.calm

import android.app.StatusBarManager
import android.content.ComponentName
import android.graphics.drawable.Icon
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.aftercall.SuspiciousTile
import org.cleardown.phone.see
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import java.util.concurrent.Executor
import java.util.function.Consumer

/** The set-up offers the button among the phone's quick settings. */
@RunWith(Runner::class)
class TileOfferTest {
    private val setup = Setup()

    @Test
    @Config(sdk = [36], shadows = [Bar::class])
    fun onePressAsksThePhoneAndSaysWhatBecameOfIt() {
        Bar.answer = StatusBarManager.TILE_ADD_REQUEST_RESULT_TILE_NOT_ADDED
        setup.open().goTo(R.string.setup_practice_headline).press(R.id.tile_add)
        assertThat(Bar.asked?.className).isEqualTo(SuspiciousTile::class.java.name)
        setup.phone.turns.settle()
        assertThat(setup.texts).contains(setup.text(R.string.tile_not_there))
        Bar.answer = StatusBarManager.TILE_ADD_REQUEST_RESULT_TILE_ADDED
        setup.press(R.id.tile_add)
        setup.phone.turns.settle()
        assertThat(setup.texts).contains(setup.text(R.string.tile_there))
    }

    @Test
    @Config(sdk = [29])
    fun anOlderPhoneSaysHowToDoIt() {
        setup.open().goTo(R.string.setup_practice_headline)
        assertThat(setup.front.window.decorView.see(R.id.tile_add)).isNull()
        assertThat(setup.texts).contains(setup.text(R.string.tile_by_hand))
    }

    /** The phone's quick settings; the person answers [answer]. */
    @Implements(StatusBarManager::class)
    class Bar {
        @Implementation
        fun requestAddTileService(
            tile: ComponentName,
            @Suppress("UNUSED_PARAMETER") name: CharSequence,
            @Suppress("UNUSED_PARAMETER") icon: Icon,
            executor: Executor,
            done: Consumer<Int>,
        ) {
            asked = tile
            executor.execute { done.accept(answer) }
        }

        companion object {
            var asked: ComponentName? = null
            var answer = 0
        }
    }
}
