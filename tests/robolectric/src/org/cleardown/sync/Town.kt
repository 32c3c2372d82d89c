package org.cleardown.sync

import android.os.Build
import com.google.common.truth.Truth.assertThat
import org.cleardown.bad.Broken
import org.cleardown.engine.PublisherConfig
import org.cleardown.engine.SyncOutcome
import org.cleardown.phone.Jobs
import org.cleardown.phone.Phone
import org.cleardown.robo.WallClock
import java.io.File

/**
 * A publisher, a web server on this machine and a phone that knows both. The phone has the date of
 * this machine: the library refuses to believe in a time before it was built.
 */
class Town(private val folder: File) : AutoCloseable {
    val phone = Phone(contacts = emptyList())
    val server = ListServer()
    val publisher: Publisher
    private val app: Broken

    init {
        phone.clock.jump(System.currentTimeMillis() - WallClock.currentTimeMillis())
        begun.copyRecursively(folder)
        publisher = Publisher(FILMS, folder)
        server.folder = publisher.folder
        know(listOf(publisher.config(server.url)))
        app = Broken(phone)
    }

    /** The app's process starts anew and knows these publishers. */
    fun know(publishers: List<PublisherConfig>) {
        phone.publishers = publishers
        phone.restartProcess()
    }

    /** The list gets further numbers and is published. */
    fun publish(numbers: IntRange) {
        publisher.add(Publisher.numbers(numbers))
        publisher.publish()
    }

    /** Whether a call that shows this number of the films is warned about as one of the list. */
    fun warns(number: Int): Boolean =
        app.warning(Publisher.numbers(number..number).single()).organisation == Publisher.ORGANISATION

    /** The time of the planned fetch has come: Android starts the job. */
    fun startJob(): Jobs.Running {
        phone.turns.until { phone.jobs.planned != null }
        val wait = checkNotNull(phone.jobs.planned) { "no fetch is planned" }.minLatencyMillis
        phone.clock.goTo(phone.clock.storyMs + wait)
        return phone.jobs.start()
    }

    /** The same, to the job's end; and once more if it was only told its own moment, as at the very first time. */
    fun runJob() {
        phone.jobs.finish(startJob())
        val ended = phone.app.parts.update.state as UpdateState.Ended
        if (ended.done?.publishers.orEmpty().all { it.outcome == SyncOutcome.NOT_DUE }) phone.jobs.finish(startJob())
    }

    /** What the page "What works" tells of the list; what went wrong before is counted further below. */
    fun health(): List<String> = app.health().dropWhile { it != app.text("list_headline") }
        .takeWhile { it != app.text("health_events") }

    /** Whether the page says the sentence with this name where it tells of the list. */
    fun healthSays(name: String): Boolean = health().any { app.text(name) in it }

    /** The files that were asked for since [from], without the folder. */
    fun asked(from: Int = 0): List<String> = server.requests.drop(from).map { it.path.substringAfterLast('/') }

    /** Nothing was changed: the list of before is in use. */
    fun isAsBefore() {
        assertThat(warns(OLD)).isTrue()
        assertThat(warns(NEW)).isFalse()
    }

    /** A folder of the same content elsewhere, as a server keeps an old state. */
    fun copyOfPublished(): File = folder.resolve("copy").also { publisher.folder.copyRecursively(it) }

    override fun close() {
        phone.app.parts.close()
        server.close()
    }

    companion object {
        private const val FILMS = "films"

        /** A publisher after the first version; made once, because keys take their time. */
        private val begun: File by lazy {
            File(System.getProperty("basedir") ?: ".", "target/films-${Build.VERSION.SDK_INT}").also { folder ->
                folder.deleteRecursively()
                folder.mkdirs()
                Publisher(FILMS, folder).begin().run {
                    add(Publisher.numbers(0..199))
                    publish()
                }
            }
        }

        /** On the first version. */
        const val OLD = 7

        /** On the second version. */
        const val NEW = 300
    }
}
