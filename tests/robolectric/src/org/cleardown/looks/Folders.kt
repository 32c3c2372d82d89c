package org.cleardown.looks

import java.io.File

/** Where pictures come from and go to. */
object Folders {
    private val scenarios = File(System.getProperty("cleardown.scenarios") ?: "../../tests/scenarios").absoluteFile

    /** The project's folder of tests. */
    val tests: File = scenarios.parentFile

    /** The accepted pictures. */
    val golden = File(tests, "robolectric/golden")

    /** The page with all screens, and its pictures. */
    val sheet = File(System.getProperty("cleardown.out") ?: "target/demo").absoluteFile

    /** Pictures that are not as they were accepted. */
    val differences = File(sheet.parentFile, "looks")
}
