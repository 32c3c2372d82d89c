package org.cleardown.apk

import java.io.File

/** Where things are. */
object Places {
    /** The project. */
    val root: File = place("cleardown.root").canonicalFile

    /** The finished APK. */
    val apk: File = place("cleardown.apk").canonicalFile

    /** The same APK, built to believe a publisher. */
    val believing: File = place("cleardown.believing").canonicalFile

    /** The folder with androguard, for Python. */
    val androguard: File = place("cleardown.androguard").canonicalFile

    /** What the build of the app has fetched and made: lists of API, aapt2. */
    val tools: File = place("cleardown.tools").canonicalFile

    /** aapt2, and the framework's resources that it needs. */
    val aapt2: File = File(tools, "apktool/prebuilt/linux/aapt2")
    val framework: File = File(tools, "apktool/prebuilt/android-framework.jar")

    /** The folder of these checks. */
    val here: File = File(root, "tests/apk")

    /** Where these checks may write. */
    val scratch: File = File(root, "target/apk-checks/scratch").apply(File::mkdirs)

    private fun place(property: String) = File(checkNotNull(System.getProperty(property)) { "$property is not set" })
}
