package org.cleardown.sync

import org.cleardown.engine.FetchFailure
import org.cleardown.engine.SyncStep
import java.io.ByteArrayOutputStream
import java.io.InputStream

/** What comes of a file, up to the size and at the speed that was asked for; [announced] < 0 = the server did not say. */
internal class Body(private val announced: Long, private val ask: SyncStep.Fetch) {
    private val out = ByteArrayOutputStream(announced.coerceIn(PIECE.toLong(), LARGEST_GUESS).toInt())
    private val startNs = System.nanoTime()

    /** Reads to the end; null if all of it came, or why not. */
    fun read(input: InputStream, progress: (Long) -> Unit): FetchFailure? {
        val piece = ByteArray(PIECE)
        while (true) {
            val count = input.read(piece)
            if (count < 0) break
            out.write(piece, 0, count)
            if (out.size() > ask.mostBytes) return FetchFailure.TOO_BIG
            if (isTooSlow()) return FetchFailure.TOO_SLOW
            progress(out.size().toLong())
        }
        // Some libraries take a connection that broke off for the end of the file.
        return if (announced >= 0 && out.size() < announced) FetchFailure.IO else null
    }

    fun bytes(): ByteArray = out.toByteArray()

    private fun isTooSlow(): Boolean {
        val seconds = (System.nanoTime() - startNs) / NS
        return seconds >= GRACE_S && out.size() < seconds * ask.leastBytesPerSecond
    }

    private companion object {
        const val PIECE = 16 * 1024
        const val NS = 1_000_000_000L

        /** A server may announce what it likes; more room than this is made only for what came. */
        const val LARGEST_GUESS = 4L * 1024 * 1024

        /** The first seconds say little of a connection. */
        const val GRACE_S = 5
    }
}
