package org.cleardown

import android.app.Application
import android.content.Context

/**
 * The process. Does next to nothing when it starts, because it is started while a phone waits to ring;
 * its parts come to be when they are first used.
 */
class App : Application() {
    /** Everything that lives as long as the process. */
    val parts: Parts by lazy { Parts(this) }

    override fun onCreate() {
        super.onCreate()
        registerActivityLifecycleCallbacks(ScreenNames)
    }

    /** Only called where a process plays several phones, one after the other. */
    override fun onTerminate() {
        parts.close()
        super.onTerminate()
    }
}

/** The parts of the process behind this context. */
val Context.parts: Parts get() = (applicationContext as App).parts
