package org.cleardown.sync

import com.google.common.truth.Truth.assertThat
import org.cleardown.engine.FetchFailure
import org.cleardown.engine.SyncStep
import org.cleardown.guard.Watchdog
import org.junit.After
import org.junit.Test
import java.io.OutputStream
import java.net.CookieHandler
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

/** Fetching a file from servers that do what they should, and from others. */
class FetcherTest {
    private val server = ListServer()
    private val watchdog = Watchdog()
    private val fetcher = Fetcher(watchdog)

    @After
    fun close() {
        watchdog.close()
        server.close()
    }

    @Test
    fun aFileComesAsItIs() {
        val bytes = ByteArray(100_000) { it.toByte() }
        server.misbehave = { ListServer.Reply(body = bytes) }
        val seen = mutableListOf<Long>()
        val got = fetcher.fetch(ask(most = 100_000)) { seen += it } as Fetched.Got
        assertThat(got.status).isEqualTo(200)
        assertThat(got.body).isEqualTo(bytes)
        assertThat(seen).isInOrder()
        assertThat(seen.last()).isEqualTo(100_000)
    }

    @Test
    fun nothingIsSentThatDiffersFromPhoneToPhone() {
        server.misbehave = { ListServer.Reply(headers = listOf("Set-Cookie: you=1; Path=/", "ETag: \"you\"")) }
        repeat(2) { fetch() }
        assertThat(CookieHandler.getDefault()).isNull()
        for (request in server.requests) {
            val headers = request.lines.drop(1).map { it.split(": ", limit = 2) }.associate { (name, value) ->
                name.lowercase() to value
            }
            assertThat(request.lines.first()).isEqualTo("GET /file HTTP/1.1")
            assertThat(headers["user-agent"]).isEqualTo("Cleardown")
            assertThat(headers["accept-encoding"]).isEqualTo("identity")
            assertThat(KNOWN).containsAtLeastElementsIn(headers.keys)
        }
        assertThat(server.requests.map { it.lines }.toSet()).hasSize(1)
    }

    @Test
    fun whatIsNotHttpsIsNotFetched() {
        for (address in listOf("http://localhost/", "ftp://localhost/", "file:///etc/hosts", "nonsense", "")) {
            assertThat(why(ask().copy(url = address))).isEqualTo(FetchFailure.TLS)
        }
        assertThat(server.requests).isEmpty()
    }

    @Test
    fun anotherAddressIsNotFollowed() {
        server.misbehave = { ListServer.Reply(302, headers = listOf("Location: /elsewhere")) }
        assertThat((fetch() as Fetched.Got).status).isEqualTo(302)
        assertThat(server.requests).hasSize(1)
    }

    @Test
    fun aServerThatIsNotTrustedIsNotAsked() {
        server.distrustIt()
        assertThat(why()).isEqualTo(FetchFailure.TLS)
        assertThat(server.requests).isEmpty()
    }

    @Test
    fun aServerWithoutAnAddressIsNoNetwork() {
        assertThat(why(ask().copy(url = "https://nobody.invalid/"))).isEqualTo(FetchFailure.NO_NETWORK)
    }

    @Test
    fun aServerThatIsNotThereIsABrokenConnection() {
        server.close()
        assertThat(why()).isEqualTo(FetchFailure.IO)
    }

    @Test
    fun whatTheServerCompressedStaysCompressed() {
        val bytes = byteArrayOf(31, -117, 8)
        server.misbehave = { ListServer.Reply(body = bytes, headers = listOf("Content-Encoding: gzip")) }
        assertThat((fetch() as Fetched.Got).body).isEqualTo(bytes)
    }

    @Test
    fun moreBytesThanAskedForAreNotRead() {
        server.misbehave = { ListServer.Reply(body = ByteArray(1001)) }
        assertThat(why()).isEqualTo(FetchFailure.TOO_BIG)
        server.misbehave = { ListServer.Reply(length = null, send = { out -> forever { out.write(ByteArray(1000)) } }) }
        assertThat(why()).isEqualTo(FetchFailure.TOO_BIG)
        server.misbehave = { ListServer.Reply(length = Long.MAX_VALUE) }
        assertThat(why()).isEqualTo(FetchFailure.TOO_BIG)
    }

    @Test
    fun aFileThatBreaksOffIsNoFile() {
        server.misbehave = { ListServer.Reply(body = ByteArray(10), length = 20) }
        assertThat(why()).isEqualTo(FetchFailure.IO)
    }

    @Test
    fun whatIsNoAnswerIsABrokenConnection() {
        server.misbehave = { ListServer.Reply(headers = listOf("\r\n\u0000\u0001")) }
        assertThat(why(ask(most = 1))).isAnyOf(FetchFailure.IO, FetchFailure.TOO_BIG)
    }

    @Test
    fun aSlowServerIsGivenUp() {
        server.misbehave = { ListServer.Reply(body = ByteArray(1000), send = { out -> drip(out, 100) }) }
        val started = System.nanoTime()
        assertThat(why(ask(within = 60, least = 100))).isEqualTo(FetchFailure.TOO_SLOW)
        assertThat(seconds(started)).isLessThan(30)
    }

    @Test
    fun allOfItHasToBeHereInTime() {
        server.misbehave = { ListServer.Reply(body = ByteArray(1000), send = { out -> drip(out, 50) }) }
        val started = System.nanoTime()
        assertThat(why(ask(within = 2, least = 1))).isEqualTo(FetchFailure.TIMEOUT)
        assertThat(seconds(started)).isLessThan(20)
    }

    @Test
    fun aServerThatSaysNothingIsGivenUp() {
        server.misbehave = { ListServer.Reply(send = { Thread.sleep(10_000) }, length = 5) }
        assertThat(why(ask(within = 1))).isEqualTo(FetchFailure.TIMEOUT)
    }

    @Test
    fun stoppingBreaksOffAtOnce() {
        server.misbehave = { ListServer.Reply(body = ByteArray(1000), send = { out -> drip(out, 100) }) }
        val ended = CompletableFuture<Fetched>()
        thread { ended.complete(fetch(ask(within = 60, least = 1))) }
        while (server.requests.isEmpty()) Thread.sleep(10)
        Thread.sleep(300)
        fetcher.stop()
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(Fetched.Failed::class.java)
        val asked = server.requests.size
        assertThat(why()).isEqualTo(FetchFailure.IO)
        assertThat(server.requests).hasSize(asked)
    }

    @Test
    fun theServerMaySayWhenToComeAgain() {
        val date = listOf("Date: Fri, 20 Nov 2026 10:00:00 GMT")
        fun after(vararg headers: String): Long? {
            server.misbehave = { ListServer.Reply(503, headers = date + headers) }
            return (fetch() as Fetched.Got).retryAfterSeconds
        }
        assertThat(after()).isNull()
        assertThat(after("Retry-After: 120")).isEqualTo(120)
        assertThat(after("Retry-After: -5")).isEqualTo(0)
        assertThat(after("Retry-After: Fri, 20 Nov 2026 11:00:00 GMT")).isEqualTo(3600)
        assertThat(after("Retry-After: soon")).isNull()
    }

    private fun fetch(ask: SyncStep.Fetch = ask()) = fetcher.fetch(ask) {}

    private fun why(ask: SyncStep.Fetch = ask()) = (fetch(ask) as Fetched.Failed).why

    private fun ask(most: Long = 1000, within: Long = 10, least: Long = 0) =
        SyncStep.Fetch(1, server.url + "file", most, within, least, "list", "gb", 0, most)

    private fun drip(out: OutputStream, pauseMs: Long) = forever {
        out.write(1)
        out.flush()
        Thread.sleep(pauseMs)
    }

    private fun forever(act: () -> Unit) {
        while (true) act()
    }

    private fun seconds(sinceNs: Long) = (System.nanoTime() - sinceNs) / 1_000_000_000

    private companion object {
        /** What Java adds by itself, the same on every phone. */
        val KNOWN =
            setOf("accept", "accept-encoding", "cache-control", "connection", "host", "pragma", "user-agent")
    }
}
