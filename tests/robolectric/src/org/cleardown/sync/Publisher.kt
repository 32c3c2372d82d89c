package org.cleardown.sync

import org.cleardown.engine.PublisherConfig
import org.cleardown.robo.WallClock
import java.io.File
import java.time.Instant
import java.util.concurrent.TimeUnit

/** Somebody who makes a list in a folder, with the project's command line, by the phone's clock. */
class Publisher(private val id: String, parent: File) {
    private val dir = parent.resolve(id)
    private val passphrase = parent.resolve("$id.passphrase")

    /** What a web server gives out. */
    val folder: File = parent.resolve("$id.www")

    /** The first day: keys and a root that two of them sign. */
    fun begin(): Publisher = apply {
        passphrase.writeText("correct horse battery staple\n")
        check(passphrase.setReadable(false, false) && passphrase.setReadable(true, true))
        list(
            "init", dir.path, "--id", id, "--title", TITLE, *secret,
            "--root", "ada", "--root", "ben", "--root-threshold", "2",
        )
    }

    /** Numbers come onto the next version of the list. */
    fun add(numbers: List<String>) {
        // A line for each number, so that the list is much larger than what changes in it.
        val rows = numbers.joinToString("\n") {
            "$it,${display(it)},$ORGANISATION,desk ${it.takeLast(3)},bank,unknown,no,low,,https://bank.example/,"
        }
        val file = dir.resolve("new.csv").apply { writeText("$COLUMNS\n$rows\n") }
        list("import", file.path, "--dir", dir.path)
    }

    /** The next version is built, signed by all keys and put into the folder. */
    fun publish() {
        list("build", "--dir", dir.path)
        list("sign", "--dir", dir.path, *secret)
        list("publish", folder.path, "--dir", dir.path)
    }

    /** What an app is given to know this list by; [url] is that of [folder]. */
    fun config(url: String) = PublisherConfig(id, TITLE, url, folder.resolve("metadata/1.root.json").readText())

    private val secret get() = arrayOf("--passphrase-file", passphrase.path)

    private fun list(vararg arguments: String) {
        val command = checkNotNull(System.getProperty("cleardown.command")) { "where is the command line?" }
        val now = Instant.ofEpochSecond(WallClock.currentTimeMillis() / 1000)
        val all = listOf(command, "list", "--now", "$now") + arguments
        val process = ProcessBuilder(all).redirectErrorStream(true).start()
        process.outputStream.close()
        val said = process.inputStream.reader().readText()
        check(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0) { "list ${arguments.first()}: $said" }
    }

    companion object {
        /** Whose numbers they are. */
        const val ORGANISATION = "Test Bank"
        private const val TITLE = "Numbers of films"
        private const val COLUMNS =
            "number,display,organisation,line,kind,calls_out,ring,confidence,checked_on,source,note"

        /** Numbers that nobody has: kept free for films. */
        fun numbers(range: IntRange): List<String> = range.map { "+442079460%03d".format(it) }

        private fun display(number: String) = "020 7946 " + number.takeLast(4)
    }
}
