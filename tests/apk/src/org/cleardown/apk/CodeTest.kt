package org.cleardown.apk

import com.google.common.truth.Truth.assertThat
import com.google.common.truth.Truth.assertWithMessage
import org.junit.Test
import java.io.File

/** The code after R8, read by dexlib2: what it calls, and from where. */
class CodeTest {
    private val code = Apk.finished.code
    private val planted = Apk.planted.code

    @Test
    fun `calls nothing that Android hides`() {
        assertThat(Api.public.missing(code)).isEmpty()
        assertThat(lines(Api.public.missing(planted))).containsAtLeast(
            "org.cleardown.Bad.sneak uses android.app.ActivityThread.currentApplication",
            "org.cleardown.Bad.log uses org.cleardown.platform.AppLog.code",
        )
    }

    /** Whether each stands behind a look at the version is what the stories on Android 10 show. */
    @Test
    fun `what is newer than Android 10 is expected`() {
        expect("newer-than-android-10.txt", Api.android10.missing(code).map { it.target.toString() })
        assertThat(lines(Api.android10.missing(planted))).containsAtLeast(
            "org.cleardown.Bad.hurry uses android.os.VibratorManager.cancel",
            "org.cleardown.Bad.hurry uses org.cleardown.Bad.overrideActivityTransition",
        )
    }

    @Test
    fun `one class logs, and no number`() {
        assertThat(CodeRules.logsOutside(code)).isEmpty()
        assertThat(CodeRules.loggedNumbers(code)).isEmpty()
        assertThat(CodeRules.takesOutDigits(code)).isTrue()
        expect("logged.txt", CodeRules.logged(code))
    }

    @Test
    fun `a number in the log is found`() {
        assertThat(
            lines(CodeRules.logsOutside(planted))
        ).containsExactly("org.cleardown.Bad.log uses android.util.Log.d")
        assertThat(CodeRules.loggedNumbers(planted)).containsExactly("org.cleardown.Bad: \"ringing 0300 123 2040\"")
        assertThat(CodeRules.logged(planted)).contains("org.cleardown.Bad: computed")
        assertThat(CodeRules.takesOutDigits(planted)).isFalse()
    }

    @Test
    fun `only what fetches lists uses the network`() {
        assertThat(CodeRules.networkOutside(code)).isEmpty()
        assertThat(code.uses.map { it.target.toString() }).contains("java.net.HttpURLConnection.getResponseCode")
        assertThat(lines(CodeRules.networkOutside(planted)))
            .containsExactly("org.cleardown.Bad.send uses java.net.Socket.<init>")
    }

    @Test
    fun `what is found by its name is expected`() {
        expect("by-name.txt", CodeRules.dynamic(code).map { "${it.outerClass} uses ${it.target}" })
        assertThat(
            lines(CodeRules.dynamic(planted))
        ).containsExactly("org.cleardown.Bad.sneak uses java.lang.Class.forName")
    }

    private fun lines(uses: List<Use>) = uses.map(Use::toString).distinct().sorted()

    private fun expect(file: String, found: List<String>) {
        val path = "tests/apk/expected/$file"
        val expected = File(Places.root, path).readLines().filterNot { it.startsWith("#") || it.isBlank() }
        val lines = found.distinct().sorted()
        assertWithMessage("If that is meant, write these lines into $path:\n${lines.joinToString("\n")}\n")
            .that(lines).isEqualTo(expected)
    }
}
