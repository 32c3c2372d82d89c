package org.cleardown.sync

import java.io.File
import java.io.IOException
import java.io.OutputStream
import java.net.InetAddress
import java.net.Socket
import java.net.URLDecoder
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.HttpsURLConnection
import javax.net.ssl.SSLSocketFactory
import kotlin.concurrent.thread

/**
 * A web server for a published folder, on this machine, over TLS; while it is open, connections of
 * this JVM trust its certificate alone. It can be told to misbehave.
 */
class ListServer(var folder: File? = null) : AutoCloseable {
    /** What a client asked, as it arrived. */
    class Request(val path: String, val lines: List<String>)

    /** What it gets. [send] writes the body: it may take its time, or stop half-way. */
    class Reply(
        val status: Int = 200,
        val body: ByteArray = ByteArray(0),
        val headers: List<String> = emptyList(),
        val length: Long? = body.size.toLong(),
        val send: (OutputStream) -> Unit = { it.write(body) },
    )

    /** What a path is answered with; null = as the file of the folder is. */
    @Volatile var misbehave: (String) -> Reply? = { null }

    /** All that was asked so far. */
    val requests = CopyOnWriteArrayList<Request>()

    private val trusted: SSLSocketFactory = HttpsURLConnection.getDefaultSSLSocketFactory()
    private val certificate = Certificate()
    private val server =
        certificate.tls.serverSocketFactory.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())

    /** The address of the folder. */
    val url = "https://localhost:${server.localPort}/"

    init {
        trustIt()
        thread(name = "list server", isDaemon = true) { serve() }
    }

    /** Connections trust this server. */
    fun trustIt() = HttpsURLConnection.setDefaultSSLSocketFactory(certificate.tls.socketFactory)

    /** Connections trust it no more: its certificate is one of those that anybody can make. */
    fun distrustIt() = HttpsURLConnection.setDefaultSSLSocketFactory(trusted)

    /** What a server gives out of a folder. */
    fun file(folder: File?, path: String): Reply {
        val file = folder?.resolve(URLDecoder.decode(path.removePrefix("/"), "UTF-8"))
        return if (file != null && file.isFile) Reply(body = file.readBytes()) else Reply(NOT_FOUND)
    }

    override fun close() {
        distrustIt()
        server.close()
    }

    private fun serve() {
        while (!server.isClosed) {
            val client = try {
                server.accept()
            } catch (_: IOException) {
                return
            }
            thread(name = "list server client", isDaemon = true) { client.use(::answer) }
        }
    }

    private fun answer(client: Socket) = try {
        val lines = client.getInputStream().bufferedReader().lineSequence().takeWhile(String::isNotEmpty).toList()
        val path = lines.first().split(' ')[1]
        requests += Request(path, lines)
        send(client.getOutputStream(), misbehave(path) ?: file(folder, path))
    } catch (_: IOException) {
        // The client has gone, or did not like our certificate.
    } catch (_: NoSuchElementException) {
        // It said nothing.
    }

    private fun send(out: OutputStream, reply: Reply) {
        val length = reply.length?.let { listOf("Content-Length: $it") }.orEmpty()
        val head = listOf("HTTP/1.1 ${reply.status} -") + reply.headers + length + "Connection: close"
        out.write(head.joinToString("\r\n", postfix = "\r\n\r\n").toByteArray())
        out.flush()
        reply.send(out)
        out.flush()
    }

    private companion object {
        const val BACKLOG = 50
        const val NOT_FOUND = 404
    }
}
