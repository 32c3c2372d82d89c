package org.cleardown.engine

/** Entries that only a library built with the feature `doors` has. */
object NativeDoors {
    /** Opens a door of the engine, `rust/engine/src/doors.rs`. */
    @JvmStatic external fun door(handle: Int, request: ByteArray?): ByteArray?

    /** Panics with this text; null = with something that is no text. */
    @JvmStatic external fun panic(text: ByteArray?)
}
