package org.cleardown.sync

import android.app.job.JobInfo
import android.content.Intent
import com.google.common.collect.Range
import com.google.common.truth.Truth.assertThat
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

/** The list comes to the phone by the phone's own schedule: real job, real server, real library. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class SyncJobTest {
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
    fun aPublishedListWarnsAndSoDoesANumberAddedLater() {
        assertThat(town.warns(OLD)).isFalse()
        town.runJob()
        town.isAsBefore()

        town.publish(NEW..NEW)
        val before = town.server.requests.size
        town.runJob()
        assertThat(town.warns(NEW)).isTrue()
        assertThat(town.warns(OLD)).isTrue()
        assertThat(town.asked(before).any { it.endsWith(".delta-1.txt.gz") }).isTrue()
        assertThat(town.asked(before).any { it.endsWith(".list.txt.gz") }).isFalse()
        assertThat(town.healthSays("list_looked_today")).isTrue()
    }

    @Test
    fun aServerRolledBackChangesNothingAndShowsInHealth() {
        val old = town.copyOfPublished()
        town.runJob()
        town.publish(NEW..NEW)
        town.runJob()
        town.server.folder = old
        town.runJob()
        assertThat(town.warns(NEW)).isTrue()
        assertThat(town.healthSays("fetch_older")).isTrue()
        town.server.folder = town.publisher.folder
        town.publish(NEW + 1..NEW + 1)
        town.runJob()
        assertThat(town.warns(NEW + 1)).isTrue()
        assertThat(town.healthSays("fetch_older")).isFalse()
    }

    @Test
    fun aProcessThatStartsFetchesNothing() {
        val phone = town.phone
        town.warns(OLD)
        phone.restartProcess()
        phone.screens.leave(phone.home())
        phone.reboot()
        phone.clock.goTo(DAY_MS)
        town.health()
        assertThat(town.server.requests).isEmpty()
        assertThat(phone.jobs.planned).isNotNull()
    }

    @Test
    fun theFirstFetchIsPlannedSoonAndSurvivesARestart() {
        val job = checkNotNull(town.phone.jobs.planned)
        assertThat(job.minLatencyMillis).isAtMost(60_000)
        assertThat(job.isPersisted).isTrue()
        assertThat(job.networkType).isEqualTo(JobInfo.NETWORK_TYPE_ANY)
        assertThat(job.isPeriodic).isFalse()
    }

    @Test
    fun afterARunTheNextIsPlannedADayLater() {
        town.runJob()
        val seconds = checkNotNull(town.phone.jobs.planned).minLatencyMillis / 1000
        assertThat(seconds).isIn(Range.closed(3600L, 2L * 86_400))
    }

    @Test
    fun aNewVersionOfTheAppPlansAgain() {
        val phone = town.phone
        SyncPlan.next(phone.app, null)
        assertThat(phone.jobs.planned).isNull()
        phone.app.sendBroadcast(Intent(Intent.ACTION_MY_PACKAGE_REPLACED).setPackage(phone.app.packageName))
        phone.turns.settle()
        assertThat(phone.jobs.planned).isNotNull()
        assertThat(town.server.requests).isEmpty()
    }

    @Test
    fun withoutAPublisherNothingIsPlanned() {
        town.know(emptyList())
        town.phone.screens.leave(town.phone.home())
        assertThat(town.phone.jobs.planned).isNull()
        assertThat(town.healthSays("list_from_app")).isTrue()
        assertThat(town.healthSays("update_now")).isFalse()
    }

    @Test
    fun aJobThatAndroidEndsIsPlannedAgainAndChangesNothing() {
        town.runJob()
        town.publish(NEW..NEW)
        town.server.misbehave = { path -> if ("targets/" in path) endless() else null }
        val running = town.startJob()
        town.phone.turns.until { town.asked().last().endsWith(".gz") }
        running.stop()
        assertThat(town.phone.turns.until { town.phone.app.parts.update.state is UpdateState.Ended }).isTrue()
        town.isAsBefore()
        assertThat(town.phone.jobs.planned).isNotNull()
        town.server.misbehave = { null }
        town.runJob()
        assertThat(town.warns(NEW)).isTrue()
    }

    @Test
    fun twoPublishersStandSideBySide() {
        val other = Publisher("more", folder.root).begin().apply {
            add(Publisher.numbers(500..510))
            publish()
        }
        town.server.misbehave = { path ->
            if (path.startsWith("/more/")) town.server.file(other.folder, path.removePrefix("/more")) else null
        }
        town.know(listOf(town.publisher.config(town.server.url), other.config(town.server.url + "more/")))
        town.phone.screens.leave(town.phone.home())
        everybodysTurn()
        assertThat(town.warns(OLD)).isTrue()
        assertThat(town.warns(505)).isTrue()

        // What one publisher's server does is nothing to the other.
        town.server.misbehave = { path ->
            if (path.startsWith("/more/")) ListServer.Reply(body = "<html>".toByteArray()) else null
        }
        town.publish(NEW..NEW)
        everybodysTurn()
        assertThat(town.warns(NEW)).isTrue()
        assertThat(town.warns(505)).isTrue()
        assertThat(town.healthSays("fetch_web_page")).isTrue()
    }

    /** Each publisher has its own moment. */
    private fun everybodysTurn() {
        val end = town.phone.clock.storyMs + 2 * DAY_MS
        while (town.phone.clock.storyMs < end) town.runJob()
    }

    private fun endless() = ListServer.Reply(length = null, send = { out ->
        while (true) {
            out.write(1)
            out.flush()
            Thread.sleep(20)
        }
    })

    private companion object {
        const val DAY_MS = 86_400_000L
    }
}
