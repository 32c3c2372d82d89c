package org.cleardown.sync

import com.google.common.truth.Truth.assertThat
import org.cleardown.robo.Runner
import org.cleardown.sync.Town.Companion.NEW
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.ByteArrayOutputStream
import java.util.zip.GZIPOutputStream

/** Networks that give something else: the list of before goes on warning, "What works" says it, the next fetch works. */
@RunWith(Runner::class)
@Config(sdk = [36])
class HostileNetworkTest {
    @get:Rule val folder = TemporaryFolder()
    private lateinit var town: Town

    @Before
    fun settle() {
        town = Town(folder.root)
        town.runJob()
        town.publish(NEW..NEW)
    }

    @After
    fun leave() {
        if (::town.isInitialized) town.close()
    }

    @Test
    fun aLogInPageOfANetwork() {
        val page = "<!doctype html><title>Welcome</title>Log in".toByteArray()
        town.server.misbehave = { ListServer.Reply(body = page, headers = listOf("Content-Type: text/html")) }
        failsWith("fetch_web_page")
    }

    @Test
    fun aNetworkThatSendsTheConnectionElsewhere() {
        town.server.misbehave = { ListServer.Reply(302, headers = listOf("Location: https://portal.example/")) }
        failsWith("fetch_web_page")
    }

    @Test
    fun aNetworkThatShowsItsOwnCertificate() {
        town.server.distrustIt()
        failsWith("fetch_tls") { town.server.trustIt() }
    }

    @Test
    fun aServerThatCompressesEverything() {
        town.server.misbehave = { path ->
            town.server.file(town.publisher.folder, path).takeIf { it.status == 200 }?.let {
                ListServer.Reply(body = zipped(it.body), headers = listOf("Content-Encoding: gzip"))
            }
        }
        failsWith("fetch_web_page")
    }

    @Test
    fun aServerThatOnlySaysThatItCompresses() {
        town.server.misbehave = { path ->
            town.server.file(town.publisher.folder, path).takeIf { path.endsWith(".gz") }?.let {
                ListServer.Reply(body = it.body, headers = listOf("Content-Encoding: x-gzip"))
            }
        }
        town.runJob()
        assertThat(town.warns(NEW)).isTrue()
    }

    @Test
    fun aServerThatIsOutOfOrder() {
        town.server.misbehave = { ListServer.Reply(503, headers = listOf("Retry-After: 7200")) }
        failsWith("fetch_server") {
            assertThat(checkNotNull(town.phone.jobs.planned).minLatencyMillis).isAtLeast(7_200_000)
            town.server.misbehave = { null }
        }
    }

    @Test
    fun aFileThatIsCutOff() {
        town.server.misbehave = { path ->
            town.server.file(town.publisher.folder, path).takeIf { path.endsWith(".gz") }?.let {
                ListServer.Reply(body = it.body.copyOf(it.body.size / 2))
            }
        }
        failsWith("fetch_damaged")
    }

    /** The next run fails for the reason that [sentence] tells; after [mend] all is well again. */
    private fun failsWith(sentence: String, mend: () -> Unit = { town.server.misbehave = { null } }) {
        town.runJob()
        town.isAsBefore()
        assertThat(town.healthSays(sentence)).isTrue()
        assertThat(town.phone.jobs.planned).isNotNull()
        mend()
        town.runJob()
        assertThat(town.warns(NEW)).isTrue()
        assertThat(town.healthSays(sentence)).isFalse()
    }

    private fun zipped(bytes: ByteArray) =
        ByteArrayOutputStream().also { out -> GZIPOutputStream(out).use { it.write(bytes) } }.toByteArray()
}
