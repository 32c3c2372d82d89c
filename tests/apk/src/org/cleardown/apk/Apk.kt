package org.cleardown.apk

import java.io.File
import java.util.zip.ZipFile

/** An APK and what is in it. */
class Apk(val file: File) {
    /** Everything that is in it, unpacked, by name. */
    val entries: Map<String, ByteArray> by lazy {
        ZipFile(file).use { zip ->
            zip.entries().asSequence().associate { entry -> entry.name to zip.getInputStream(entry).readBytes() }
        }
    }

    /** Its native libraries, by name. */
    val libraries: Map<String, ByteArray> get() = entries.filterKeys { it.endsWith(".so") }

    /** What androguard finds in it. */
    val facts: Facts by lazy { Facts.of(file) }

    /** Its code. */
    val code: Code by lazy { Code(file) }

    companion object {
        /** The finished APK: what `cargo xtask apk` made. */
        val finished: Apk by lazy { Apk(Places.apk) }

        /** What `--list-root`, `--list-url` and `--publisher` make of it. */
        val believing: Apk by lazy { Apk(Places.believing) }

        /** An APK with a defect for every check, which has to be found. */
        val planted: Apk by lazy { Apk(Planted.make()) }
    }
}
