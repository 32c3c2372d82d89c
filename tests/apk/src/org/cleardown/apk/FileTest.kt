package org.cleardown.apk

import com.google.common.truth.Truth.assertThat
import org.junit.Test
import java.io.File

/** The file: signature, alignment, and what must not be in it. */
class FileTest {
    private val apk = Apk.finished

    @Test
    fun `is signed by v2 and v3`() {
        assertThat(FileRules.signature(apk.file)).isEmpty()
        assertThat(apk.facts.schemes).containsExactly("v2", "v3")
    }

    @Test
    fun `another byte in it is found`() {
        assertThat(FileRules.signature(Apk.planted.file)).contains("not verified")
        val bytes = apk.file.readBytes()
        bytes[bytes.size / 2] = (bytes[bytes.size / 2] + 1).toByte()
        val changed = File(Places.scratch, "changed.apk").apply { writeBytes(bytes) }
        assertThat(FileRules.signature(changed)).contains("not verified")
    }

    @Test
    fun `libraries can be mapped, also with pages of 16 KiB`() {
        assertThat(apk.libraries.keys)
            .containsExactly("lib/arm64-v8a/libcleardown.so", "lib/x86_64/libcleardown.so")
        assertThat(FileRules.alignment(apk.file)).isEmpty()
        assertThat(FileRules.segments(apk)).isEmpty()
    }

    @Test
    fun `a library that cannot be mapped is found`() {
        val faults = FileRules.alignment(Apk.planted.file)
        assertThat(faults).hasSize(2)
        assertThat(faults.first()).isEqualTo("resources.arsc is packed")
        assertThat(faults.last()).containsMatch("${Planted.LIBRARY} begins at \\d+, no multiple of 16384")
        assertThat(FileRules.segments(Apk.planted)).containsExactly("${Planted.LIBRARY}: a segment for 4096")
    }

    @Test
    fun `says nothing of the machine that built it`() = assertThat(FileRules.paths(apk)).isEmpty()

    @Test
    fun `a path of the machine is found`() =
        assertThat(FileRules.paths(Apk.planted)).contains("${Planted.LIBRARY} contains ${Places.root}/")

    @Test
    fun `has no doors for tests`() {
        assertThat(FileRules.doors(apk)).isEmpty()
        val names = FileRules.doors(Apk.planted)
        assertThat(names).containsExactly("classes.dex has test doors")
    }

    /** Libraries are stored, not packed: without the other one it is that much smaller. */
    @Test
    fun `is small enough`() {
        val sizes = apk.libraries.mapValues { (_, bytes) -> bytes.size }
        assertThat(sizes.filterValues { it > MOST_OF_LIBRARY }).isEmpty()
        assertThat(apk.file.length()).isAtMost(MOST_OF_APK)
        assertThat(apk.file.length() - sizes.getValue("lib/x86_64/libcleardown.so")).isAtMost(MOST_FOR_PHONES)
    }

    @Test
    fun `has nothing but what an app needs`() {
        val known =
            Regex(
                """AndroidManifest\.xml|classes\.dex|resources\.arsc|res/.*\.(xml|json|png)|lib/[^/]+/libcleardown\.so"""
            )
        assertThat(apk.entries.keys.filterNot(known::matches)).isEmpty()
        assertThat(Apk.planted.entries.keys.filterNot(known::matches)).containsExactly(Planted.LIBRARY)
    }

    /** In bytes. */
    private companion object {
        const val MOST_OF_LIBRARY = 4_500_000
        const val MOST_OF_APK = 9_500_000L
        const val MOST_FOR_PHONES = 5_000_000L
    }
}
