package org.cleardown.robo

import org.junit.runners.model.FrameworkMethod
import org.robolectric.RobolectricTestRunner
import org.robolectric.internal.bytecode.InstrumentationConfiguration
import org.robolectric.internal.bytecode.Interceptor

/**
 * Runs tests on the framework's classes. The Kotlin face of the native library stays outside the
 * class loader of each Android version, because a JVM loads a native library only once; and the
 * app's clock reads the wall clock of the simulated phone.
 */
open class Runner(tests: Class<*>) : RobolectricTestRunner(tests) {
    override fun createClassLoaderConfig(method: FrameworkMethod): InstrumentationConfiguration =
        InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method))
            .doNotAcquirePackage("org.cleardown.engine.")
            .addInstrumentedClass("org.cleardown.platform.Clock")
            .build()

    override fun findInterceptors(): Collection<Interceptor> = super.findInterceptors() + WallClockInterceptor()
}
