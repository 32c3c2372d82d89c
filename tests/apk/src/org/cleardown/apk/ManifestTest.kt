package org.cleardown.apk

import com.google.common.truth.Truth.assertThat
import org.junit.Test
import java.io.File

/** The manifest and the texts as they arrive on a phone, read by androguard and by aapt2. */
class ManifestTest {
    private val facts = Apk.finished.facts
    private val badging = Badging(Apk.finished.file)

    @Test
    fun `components and permissions are the expected ones`() {
        val expected = File(Places.root, "tests/arch/expected/manifest.txt").readLines()
        assertThat(facts.manifest).containsExactlyElementsIn(expected)
        assertThat(Apk.planted.facts.manifest).containsExactly(
            "permission android.permission.READ_CALL_LOG",
            "activity .Bad exported",
            "provider .Gone exported"
        )
    }

    @Test
    fun `is for Android 10 to 16 on both processors`() {
        assertThat(badging.values("package").take(1)).containsExactly("org.cleardown")
        assertThat(
            listOf("package", "minSdk", "targetSdk").map(facts::value)
        ).containsExactly("org.cleardown", "29", "36")
            .inOrder()
        assertThat(badging.has("minSdkVersion:'29'")).isTrue()
        assertThat(badging.has("targetSdkVersion:'36'")).isTrue()
        assertThat(badging.values("native-code")).containsExactly("arm64-v8a", "x86_64")
        assertThat(badging.values("package").drop(1).take(2))
            .containsExactly(facts.value("versionCode"), facts.value("versionName")).inOrder()
        assertThat(Apk.finished.file.name).contains(facts.value("versionName"))
    }

    @Test
    fun `cannot be debugged, copied out or made to talk in the clear`() {
        assertThat(loose(facts)).isEmpty()
        assertThat(badging.has("application-debuggable")).isFalse()
        assertThat(loose(Apk.planted.facts)).containsExactly(
            "debuggable",
            "allowBackup",
            "usesCleartextTraffic",
            "dataExtractionRules",
            "networkSecurityConfig",
            "extractNativeLibs"
        )
        assertThat(Badging(Apk.planted.file).has("application-debuggable")).isTrue()
    }

    @Test
    fun `what Android starts by its name is there, and can be made`() {
        assertThat(notThere(Apk.finished)).isEmpty()
        assertThat(notThere(Apk.planted)).containsExactly("org.cleardown.Bad", "org.cleardown.Gone")
        assertThat(Apk.finished.code.classes.keys).containsExactlyElementsIn(facts.classes)
    }

    @Test
    fun `every language has every text`() {
        assertThat(untranslated(facts)).isEmpty()
        assertThat(untranslated(Apk.planted.facts)).containsExactly("cy lacks string/one")
        assertThat(facts.texts.getValue("").size).isGreaterThan(MANY)
    }

    @Test
    fun `offers exactly the languages it has`() {
        val languages = facts.texts.keys.map { it.ifEmpty { "en" } }
        assertThat(facts.localeConfig.map { it.substringBefore('-') }.distinct()).containsExactlyElementsIn(languages)
        assertThat(
            badging.values("locales").map {
                if (it ==
                    "--_--"
                ) {
                    "en"
                } else {
                    it
                }
            }
        ).containsExactlyElementsIn(languages)
    }

    /** What is open that must be shut, or not said at all. */
    private fun loose(facts: Facts): List<String> {
        val on = listOf("debuggable", "allowBackup", "usesCleartextTraffic", "testOnly")
            .filter { facts.application(it) == "true" }
        val unsaid = listOf("dataExtractionRules", "networkSecurityConfig").filter { facts.application(it) == null }
        val unpacked = listOf("extractNativeLibs").filter { facts.application(it) != "false" }
        return on + unsaid + unpacked
    }

    /** Components without a class, or whose class has no constructor that Android can call. */
    private fun notThere(apk: Apk): List<String> = apk.facts.components.filter { name ->
        val type = "L${name.replace('.', '/')};"
        val made = apk.code.classes[type]?.directMethods?.toList().orEmpty()
            .any { it.name == "<init>" && it.parameterTypes.isEmpty() }
        !made || type !in apk.facts.classes
    }

    private fun untranslated(facts: Facts): List<String> {
        val english = facts.texts.getValue("").filter { !it.startsWith("array/") && it != "string/app_name" }
        return facts.texts.filterKeys(String::isNotEmpty).flatMap { (language, names) ->
            (english - names).map { "$language lacks $it" } +
                (names - facts.texts.getValue("")).map { "$language has $it too much" }
        }
    }

    private companion object {
        /** The app has more texts than this. */
        const val MANY = 100
    }
}
