package org.cleardown.apk

import org.jf.smali.Smali
import org.jf.smali.SmaliOptions
import java.io.File
import java.util.zip.CRC32
import java.util.zip.ZipEntry
import java.util.zip.ZipFile
import java.util.zip.ZipOutputStream

/** Makes an APK of the folder `planted`, with a defect for every check. It is not signed. */
object Planted {
    /** The name of its native library: 4 KiB pages, a path of the machine inside. */
    const val LIBRARY = "lib/arm64-v8a/libbad.so"

    /** Makes it. */
    fun make(): File {
        val apk = File(Places.scratch, "planted.apk")
        ZipOutputStream(apk.outputStream()).use { zip ->
            ZipFile(resources()).use { source ->
                source.entries().asSequence().forEach { entry ->
                    zip.add(entry.name, source.getInputStream(entry).readBytes(), isStored = false)
                }
            }
            zip.add("classes.dex", dex().readBytes(), isStored = false)
            zip.add(LIBRARY, library(), isStored = true)
        }
        return apk
    }

    private fun resources(): File {
        val sources = File(Places.here, "planted")
        val compiled = File(Places.scratch, "planted-res.zip")
        val linked = File(Places.scratch, "planted-res.apk")
        run(Places.aapt2.path, "compile", "--dir", "$sources/res", "-o", compiled.path)
        run(
            Places.aapt2.path, "link", "-I", Places.framework.path, "--manifest", "$sources/AndroidManifest.xml",
            "-o", linked.path, compiled.path
        )
        return linked
    }

    private fun dex(): File {
        val dex = File(Places.scratch, "planted.dex")
        val options = SmaliOptions().apply { outputDexFile = dex.path }
        check(Smali.assemble(options, "${Places.here}/planted/bad.smali")) { "bad.smali is not understood" }
        return dex
    }

    private fun library() = Elf.small(alignment = 4096) + "${Places.root}/rust/jni/src/lib.rs\u0000".toByteArray()

    private fun ZipOutputStream.add(name: String, bytes: ByteArray, isStored: Boolean) {
        val entry = ZipEntry(name)
        if (isStored) {
            entry.method = ZipEntry.STORED
            entry.size = bytes.size.toLong()
            entry.crc = CRC32().apply { update(bytes) }.value
        }
        putNextEntry(entry)
        write(bytes)
        closeEntry()
    }
}
