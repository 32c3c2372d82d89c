package org.cleardown.apk

import com.android.apksig.ApkVerifier
import java.io.File
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.zip.ZipEntry
import java.util.zip.ZipFile

/** What must hold for the file as such; each rule answers what is wrong. */
object FileRules {
    /** The oldest Android that installs the app. */
    private const val OLDEST = 29

    /** The oldest Android that knows signatures by v2, and no other. */
    private const val KNOWS_V2 = 24

    /** What pages of memory may measure on a phone, in bytes. */
    private const val PAGE = 16_384L
    private const val WORD = 4L

    /**
     * Google's verifier, by the rules of Android 10 and later: signed by v3, nothing to complain about. Those do not
     * look at v2 where v3 is, so for that it is asked again, by the rules of an older one.
     */
    fun signature(apk: File): List<String> {
        val result = verified(apk, OLDEST)
        return buildList {
            if (!result.isVerified) add("not verified")
            if (!result.isVerifiedUsingV3Scheme) add("not signed by v3")
            if (!verified(apk, KNOWS_V2).isVerifiedUsingV2Scheme) add("not signed by v2")
            (result.errors + result.warnings).forEach { add(it.toString()) }
        }
    }

    private fun verified(apk: File, level: Int) =
        ApkVerifier.Builder(apk).setMinCheckedPlatformVersion(level).build().verify()

    /** Libraries and the resource table lie in the file as they are, where Android can map them. */
    fun alignment(apk: File): List<String> = ZipFile(apk).use { zip ->
        zip.entries().asSequence().mapNotNull { entry ->
            val step = when {
                entry.name.endsWith(".so") -> PAGE
                entry.name == "resources.arsc" -> WORD
                else -> return@mapNotNull null
            }
            val start = start(apk, entry.name)
            when {
                entry.method != ZipEntry.STORED -> "${entry.name} is packed"
                start % step != 0L -> "${entry.name} begins at $start, no multiple of $step"
                else -> null
            }
        }.toList()
    }

    /** Every segment of every library fits pages of 16 KiB. */
    fun segments(apk: Apk): List<String> = apk.libraries.flatMap { (name, bytes) ->
        val all = Elf.alignments(bytes)
        if (all.isEmpty()) {
            listOf("$name: nothing to load")
        } else {
            all.filter {
                it < PAGE
            }.map { "$name: a segment for $it" }
        }
    }

    /** Names of the build machine: its folders, whoever built. */
    fun paths(apk: Apk, machine: List<String> = ofThisMachine()): List<String> {
        val names = machine.associateWith { it.toByteArray(Charsets.UTF_8) }
        return apk.entries.flatMap { (entry, bytes) ->
            names.filterValues { bytes.contains(it) }.keys.map { "$entry contains $it" }
        }
    }

    /** The test doors of the native library. */
    fun doors(apk: Apk): List<String> = apk.entries.filterValues { it.contains("NativeDoors".toByteArray()) }
        .keys.map { "$it has test doors" }

    private fun ofThisMachine(): List<String> {
        val home = System.getProperty("user.home")
        val folders = listOf(Places.root.path, home).filter { it.length > 1 }.map { "$it/" }
        return folders + listOf("/.cargo/", "/.m2/", "/.rustup/")
    }

    private fun ByteArray.contains(part: ByteArray): Boolean =
        (0..size - part.size).any { at -> part.indices.all { this[at + it] == part[it] } }

    /** Where the content of this entry begins: its own header says so, and it need not say what the directory says. */
    private fun start(apk: File, name: String): Long {
        RandomAccessFile(apk, "r").use { file ->
            val bytes = ByteArray(file.length().toInt()).also(file::readFully)
            val zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
            val end = (bytes.size - END downTo 0).first { zip.getInt(it) == END_SIGN }
            var entry = zip.getInt(end + DIRECTORY_AT)
            while (zip.getInt(entry) == ENTRY_SIGN) {
                val length = zip.getShort(entry + NAME_LENGTH).toInt()
                val header = zip.getInt(entry + HEADER_AT)
                if (String(bytes, entry + ENTRY, length) == name) {
                    return header + HEADER + zip.getShort(header + 26).toLong() + zip.getShort(header + 28)
                }
                entry += ENTRY + length + zip.getShort(entry + NAME_LENGTH + 2) + zip.getShort(entry + NAME_LENGTH + 4)
            }
        }
        error("$name is not in the directory of $apk")
    }

    private const val END = 22
    private const val END_SIGN = 0x06054b50
    private const val DIRECTORY_AT = 16
    private const val ENTRY = 46
    private const val ENTRY_SIGN = 0x02014b50
    private const val NAME_LENGTH = 28
    private const val HEADER_AT = 42
    private const val HEADER = 30
}
