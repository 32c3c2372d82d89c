package org.cleardown.sync

import org.cleardown.engine.FetchFailure
import org.cleardown.engine.SyncStep
import org.cleardown.guard.Watchdog
import java.io.IOException
import java.net.HttpURLConnection
import java.net.NoRouteToHostException
import java.net.SocketTimeoutException
import java.net.URL
import java.net.UnknownHostException
import java.util.concurrent.atomic.AtomicBoolean
import javax.net.ssl.HttpsURLConnection
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.SSLPeerUnverifiedException

/** What came of fetching a file. */
sealed interface Fetched {
    /** The server answered; [body] as it came, empty unless the status is 200. */
    class Got(val status: Int, val retryAfterSeconds: Long?, val body: ByteArray) : Fetched

    /** It did not, or not as it was asked to. */
    class Failed(val why: FetchFailure) : Fetched
}

/**
 * Fetches files over HTTPS: the only use that this app makes of the network. It sends nothing that
 * differs from phone to phone, follows no other address, and believes nothing of what comes.
 */
class Fetcher(private val watchdog: Watchdog) {
    @Volatile private var running: HttpsURLConnection? = null

    /** Whether nothing more is to be fetched. */
    @Volatile
    var isStopped = false
        private set

    /** Breaks off, from another thread; everything after that fails. */
    fun stop() {
        isStopped = true
        running?.disconnect()
    }

    /** Fetches a file; [progress] is told how many bytes of it are here. Waits for the network. */
    fun fetch(ask: SyncStep.Fetch, progress: (Long) -> Unit): Fetched {
        val connection = try {
            connect(URL(ask.url), ask)
        } catch (_: IOException) {
            null
        } ?: return Fetched.Failed(FetchFailure.TLS)
        val isLate = AtomicBoolean()
        val watch = watchdog.after(ask.withinSeconds * MS) {
            isLate.set(true)
            connection.disconnect()
        }
        val fetched = try {
            running = connection
            if (isStopped) Fetched.Failed(FetchFailure.IO) else read(connection, ask, progress)
        } catch (failure: Exception) {
            // Not only IOException: makers' network code throws others, too.
            Fetched.Failed(why(failure))
        } finally {
            watch.cancel(false)
            running = null
        }
        // A connection that we ended may look like a file that ended.
        return when {
            isLate.get() -> Fetched.Failed(FetchFailure.TIMEOUT)
            isStopped -> Fetched.Failed(FetchFailure.IO)
            else -> fetched
        }
    }

    /** Null if the address is none of HTTPS. */
    private fun connect(address: URL, ask: SyncStep.Fetch): HttpsURLConnection? {
        if (address.protocol != "https") return null
        val patience = (ask.withinSeconds * MS).coerceAtMost(LONGEST_SILENCE_MS).toInt()
        return (address.openConnection() as HttpsURLConnection).apply {
            instanceFollowRedirects = false
            useCaches = false
            connectTimeout = patience
            readTimeout = patience
            // The phone's own would name its maker and model.
            setRequestProperty("User-Agent", "Cleardown")
            setRequestProperty("Accept", "*/*")
            // The files' hashes are signed: they have to arrive as they were published.
            setRequestProperty("Accept-Encoding", "identity")
        }
    }

    private fun read(connection: HttpsURLConnection, ask: SyncStep.Fetch, progress: (Long) -> Unit): Fetched {
        val status = connection.responseCode
        if (status < 0) return Fetched.Failed(FetchFailure.IO)
        if (status != HttpURLConnection.HTTP_OK) {
            connection.disconnect()
            return Fetched.Got(status, retryAfter(connection), ByteArray(0))
        }
        val announced = connection.contentLengthLong
        if (announced > ask.mostBytes) return givenUp(connection, FetchFailure.TOO_BIG)
        val body = Body(announced, ask)
        val input = connection.inputStream
        val wrong = body.read(input, progress)
        if (wrong != null) return givenUp(connection, wrong)
        input.close()
        return Fetched.Got(status, null, body.bytes())
    }

    /** The rest is not wanted. The stream is not closed: that might read all of it first. */
    private fun givenUp(connection: HttpsURLConnection, why: FetchFailure): Fetched {
        connection.disconnect()
        return Fetched.Failed(why)
    }

    /** Seconds, or a date: then counted from the server's own, since the phone's clock may be wrong. */
    private fun retryAfter(connection: HttpsURLConnection): Long? {
        val text = connection.getHeaderField(RETRY_AFTER)?.trim() ?: return null
        text.toLongOrNull()?.let { return it.coerceAtLeast(0) }
        val until = connection.getHeaderFieldDate(RETRY_AFTER, 0)
        val from = connection.date
        return if (until == 0L || from == 0L) null else ((until - from) / MS).coerceAtLeast(0)
    }

    private fun why(failure: Exception): FetchFailure = when (failure) {
        is UnknownHostException, is NoRouteToHostException -> FetchFailure.NO_NETWORK
        is SocketTimeoutException -> FetchFailure.TIMEOUT
        is SSLHandshakeException, is SSLPeerUnverifiedException -> FetchFailure.TLS
        else -> FetchFailure.IO
    }

    private companion object {
        const val RETRY_AFTER = "Retry-After"
        const val MS = 1000L

        /** No byte at all for so long means that none will come. */
        const val LONGEST_SILENCE_MS = 20_000L
    }
}
