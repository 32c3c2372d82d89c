package org.cleardown.looks

import org.cleardown.robo.Runner
import org.junit.runners.model.FrameworkMethod
import org.robolectric.internal.bytecode.Sandbox
import java.lang.reflect.Method

/**
 * Runs each test method once for every screen of the catalogue in every look. Which it is stands in the
 * system property [WHICH] meanwhile. The property `cleardown.only`, a regular expression, chooses some.
 */
open class CatalogueRunner(tests: Class<*>) : Runner(tests) {
    override fun getChildren(): List<FrameworkMethod> {
        val only = System.getProperty("cleardown.only")?.let(::Regex)
        val sights = ScreenCatalogue.all.flatMap { entry -> entry.looks.map { "${entry.name} [${it.file}]" } }
            .filter { only == null || only.containsMatchIn(it) }
        return super.getChildren().filterIsInstance<RobolectricFrameworkMethod>()
            .flatMap { method -> sights.map { SightMethod(method, it) } }
    }

    override fun beforeTest(sandbox: Sandbox, method: FrameworkMethod, inSandbox: Method) {
        System.setProperty(WHICH, (method as SightMethod).sight)
        super.beforeTest(sandbox, method, inSandbox)
    }

    /** A test method for one screen in one look. */
    class SightMethod(method: RobolectricFrameworkMethod, val sight: String) : RobolectricFrameworkMethod(method) {
        override fun getName(): String = "${method.name}: $sight"

        override fun equals(other: Any?): Boolean = other is SightMethod && sight == other.sight && super.equals(other)

        override fun hashCode(): Int = 31 * super.hashCode() + sight.hashCode()
    }

    companion object {
        /** The system property with the screen and the look. */
        const val WHICH = "cleardown.sight"
    }
}
