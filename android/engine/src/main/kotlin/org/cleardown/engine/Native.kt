package org.cleardown.engine

/**
 * The entries of the native library, `rust/jni/src/entries.rs`. Requests and answers are UTF-8 JSON;
 * each throws the exceptions of [CleardownException]. An answer is null only if the library could
 * not even throw.
 */
internal object Native {
    @JvmStatic external fun open(request: ByteArray?): Int

    @JvmStatic external fun close(handle: Int)

    @JvmStatic external fun screen(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun recordScreen(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun ended(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun place(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun recordPlace(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun person(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun configure(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun clock(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun status(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun history(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun health(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun maintain(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun explain(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun bundle(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun report(handle: Int, request: ByteArray?): ByteArray?

    @JvmStatic external fun pin(handle: Int, request: ByteArray?): ByteArray?

    /** [body] is the file that was fetched, if the request is about one. */
    @JvmStatic external fun sync(handle: Int, request: ByteArray?, body: ByteArray?): ByteArray?
}
