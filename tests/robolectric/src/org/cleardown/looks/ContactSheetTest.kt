package org.cleardown.looks

import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.model.FrameworkMethod
import org.robolectric.annotation.Config

/**
 * Draws every screen in every look for `screens.html`, and judges nothing. Has no test method unless the system
 * property `cleardown.demo` is `true`.
 */
@RunWith(SheetRunner::class)
@Config(sdk = [36])
class ContactSheetTest {
    @Test
    fun draw() {
        Visit.asked()
    }
}

/** Runs only where the demonstration is asked for. */
class SheetRunner(tests: Class<*>) : CatalogueRunner(tests) {
    override fun getChildren(): List<FrameworkMethod> =
        if (System.getProperty("cleardown.demo") == "true") super.getChildren() else emptyList()
}
