package org.cleardown.sync

import android.app.Activity
import android.content.Intent
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.health.HealthActivity
import org.cleardown.phone.read
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.cleardown.sync.Town.Companion.NEW
import org.cleardown.sync.Town.Companion.OLD
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.util.concurrent.CountDownLatch

/** A person renews the list by hand, and sees how it goes. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class UpdateNowTest {
    @get:Rule val folder = TemporaryFolder()
    private lateinit var town: Town

    @Before
    fun settle() {
        town = Town(folder.root)
    }

    @After
    fun leave() {
        if (::town.isInitialized) town.close()
    }

    @Test
    fun theListIsRenewedAtOnceAndThenIsTheNewest() {
        val page = health()
        update()
        assertThat(result(page)).isEqualTo(newer(200))
        assertThat(page.window.decorView.texts()).contains(text(R.string.list_looked_today))
        assertThat(town.warns(OLD)).isTrue()
        update()
        assertThat(result(page)).isEqualTo(text(R.string.update_current))
    }

    @Test
    fun whileItRunsItSaysHowFarItIs() {
        val (half, go) = CountDownLatch(1) to CountDownLatch(1)
        town.server.misbehave = { path ->
            town.server.file(town.publisher.folder, path).takeIf { path.endsWith(".gz") }?.let { whole ->
                ListServer.Reply(body = whole.body, send = { out ->
                    out.write(whole.body, 0, whole.body.size / 2)
                    out.flush()
                    half.countDown()
                    go.await()
                    out.write(whole.body, whole.body.size / 2, whole.body.size - whole.body.size / 2)
                })
            }
        }
        val page = health()
        town.phone.screens.press(R.id.update_now)
        val fetching = text(R.string.update_running, "", "").substringBefore(":")
        assertThat(town.phone.turns.until { half.count == 0L && fetching in result(page).orEmpty() }).isTrue()
        assertThat(page.window.decorView.see(R.id.update_bar)).isNotNull()
        assertThat(page.window.decorView.see(R.id.update_now)!!.isEnabled).isFalse()
        go.countDown()
        ended()
        assertThat(page.window.decorView.see(R.id.update_bar)).isNull()
        assertThat(result(page)).isEqualTo(newer(200))
    }

    @Test
    fun whereItFailsItSaysWhyAndThatTheOldListStays() {
        town.runJob()
        town.publish(NEW..NEW)
        town.server.misbehave = { ListServer.Reply(503) }
        val page = health()
        update()
        assertThat(result(page)).isEqualTo(text(R.string.fetch_server) + " " + text(R.string.update_kept))
        town.phone.screens.leave(page)
        town.phone.restartProcess()
        assertThat(town.healthSays("fetch_server")).isTrue()
        town.isAsBefore()
    }

    @Test
    fun aPersonIsNotMadeToWaitForTheSchedule() {
        town.runJob()
        town.publish(NEW..NEW)
        health()
        update()
        assertThat(town.warns(NEW)).isTrue()
    }

    @Test
    fun aListThatNobodyRenewsGoesOnWarningAndSaysThatItIsOld() {
        town.runJob()
        town.server.misbehave = { ListServer.Reply(404) }
        town.phone.clock.goTo(town.phone.clock.storyMs + HALF_A_YEAR_MS)
        town.runJob()
        val home = town.phone.home()
        town.phone.turns.settle()
        val stale = text(R.string.list_stale_since, "").substringBefore('.')
        assertThat(home.window.decorView.read(R.id.list_state)).contains(stale)
        assertThat(town.warns(OLD)).isTrue()
    }

    private fun health(): Activity {
        val page = town.phone.screens.start(Intent(town.phone.app, HealthActivity::class.java))
        town.phone.turns.settle()
        return checkNotNull(page)
    }

    private fun update() {
        assertThat(town.phone.screens.press(R.id.update_now)).isTrue()
        ended()
    }

    private fun ended() {
        val update = town.phone.app.parts.update
        assertThat(town.phone.turns.until(LONG_MS) { update.state is UpdateState.Ended }).isTrue()
        town.phone.turns.settle()
    }

    private fun result(page: Activity): String? = page.window.decorView.read(R.id.update_result)

    private fun text(id: Int, vararg gaps: Any): String = town.phone.app.getString(id, *gaps)

    private fun newer(numbers: Int) = town.phone.app.resources.getQuantityString(R.plurals.update_new, numbers, numbers)

    private companion object {
        const val LONG_MS = 60_000L
        const val HALF_A_YEAR_MS = 180 * 86_400_000L
    }
}
