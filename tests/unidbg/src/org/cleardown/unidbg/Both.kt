package org.cleardown.unidbg

import com.google.common.truth.Truth.assertWithMessage
import org.json.JSONObject
import java.io.File

/**
 * An engine of this machine and one of the emulated phone, each over an empty folder, asked the same. With a
 * [publisher] they have no list yet; without, the one of the app is in place.
 */
class Both(file: String, folder: File, publisher: JSONObject? = null) : AutoCloseable {
    private val disk = folder.resolve("disk")
    private val phone = PhoneLibrary(File(System.getProperty(file)), disk)
    private val handles: List<Pair<Library, Int>>

    init {
        val here = folder.resolve("here").path
        handles = listOf(HostLibrary to here, phone to "/data/cleardown").map { (library, path) ->
            val request = request(
                "device_dir" to "$path/device",
                "credential_dir" to "$path/credential",
                "region" to "GB",
                "publishers" to listOfNotNull(publisher),
            )
            library to (library.call("open", null, request) as Answer.Handle).number
        }
        // Puts the list of the app in place, as the app does soon after it was installed.
        if (publisher == null) ask("maintain", request())
    }

    /** Asks both; the answer, which is the same. */
    fun ask(entry: String, request: ByteArray?): Answer = same("$entry ${request?.decodeToString()}") { handle ->
        call(entry, handle, request)
    }

    /** As [ask], with a file that was fetched. */
    fun sync(request: ByteArray, file: ByteArray?): Answer = same("sync ${request.decodeToString()}") { handle ->
        call("sync", handle, request, file)
    }

    /** As [ask], for what takes no handle. */
    fun panic(text: ByteArray?): Answer = same("panic") { call("panic", null, text) }

    override fun close() {
        handles.forEach { (library, handle) -> library.call("close", handle) }
        phone.close()
    }

    private fun same(what: String, ask: Library.(Int) -> Answer): Answer {
        val (here, there) = handles.map { (library, handle) -> library.ask(handle) }
        assertWithMessage(what).that(there).isEqualTo(here)
        return there
    }

    companion object {
        /** The day after the bundled list was issued. */
        private val NOW = JSONObject(mapOf("wall_ms" to 1_795_305_600_000, "elapsed_ms" to 3_600_000, "boot" to 7))

        /** A request as the engine reads it. */
        fun request(vararg fields: Pair<String, Any?>): ByteArray {
            val request = JSONObject().put("v", 1).put("now", NOW)
            fields.forEach { (name, value) -> request.put(name, value ?: JSONObject.NULL) }
            return request.toString().encodeToByteArray()
        }

        /** A file of the project. */
        fun project(path: String) = File(System.getProperty("basedir", "."), "../../$path")
    }
}
