package org.cleardown.engine

import java.io.File

/** The native library. Loaded once, before anything else here is used. */
public object NativeLibrary {
    private var loaded = false

    /**
     * Loads the library from the file at [path]; null takes the one that was installed with the app.
     * Does nothing if it is loaded already.
     *
     * @throws UnsatisfiedLinkError if there is none, or it is for another processor.
     */
    @Synchronized
    public fun load(path: String? = null) {
        if (loaded) return
        if (path == null) System.loadLibrary(NAME) else System.load(File(path).absolutePath)
        loaded = true
    }

    private const val NAME = "cleardown"
}
