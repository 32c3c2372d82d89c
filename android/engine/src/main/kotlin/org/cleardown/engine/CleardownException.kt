package org.cleardown.engine

/**
 * What the engine could not do. On the call path each of these means: let it ring, place it.
 *
 * Made by native code, by name and with these arguments (`rust/jni/src/throw.rs`): nothing here may be
 * renamed by a shrinker. No message holds a run of four or more digits.
 *
 * @property code the stable code, in small letters and underscores; may be logged.
 * @property remedy what to do about it, one sentence.
 */
public sealed class CleardownException(
    public val code: String,
    public val remedy: String,
    message: String,
) : RuntimeException(message) {
    override fun toString(): String = "${javaClass.simpleName} [$code]: $message. $remedy"
}

/** The request is not one that this version of the library understands. */
public class InvalidRequestException(code: String, remedy: String, message: String) :
    CleardownException(code, remedy, message)

/** The engine was closed. Open it again. */
public class StaleHandleException(code: String, remedy: String, message: String) :
    CleardownException(code, remedy, message)

/** A file could not be read or written, or the engine was busy for too long. */
public class StorageException(code: String, remedy: String, message: String) :
    CleardownException(code, remedy, message)

/** Native code failed in a way that nobody foresaw. The engine can still be asked. */
public class NativePanicException(code: String, remedy: String, message: String) :
    CleardownException(code, remedy, message)
