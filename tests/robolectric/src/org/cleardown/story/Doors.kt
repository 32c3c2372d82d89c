package org.cleardown.story

import org.cleardown.App
import org.cleardown.engine.NativeDoors
import org.cleardown.engine.NativeLibrary
import org.cleardown.engine.StaleHandleException
import org.cleardown.platform.Clock
import org.cleardown.platform.deviceProtected
import org.json.JSONArray
import org.json.JSONObject

/** The test doors of the native library: a story's list goes in, faults begin and end. No answer is read. */
class Doors(private val app: App) {
    private var handle = 0

    /** Lays rows over the bundled list. */
    fun installList(rows: JSONArray) = open(JSONObject().put("do", "install_list").put("rows", rows))

    /** A fault begins; null ends all. */
    fun fault(name: String?) = open(JSONObject().put("do", name ?: "none"))

    private fun open(door: JSONObject) {
        try {
            send(door)
        } catch (_: StaleHandleException) {
            // The app has closed the engine since, or nobody has opened it yet.
            handle = openEngine()
            send(door)
        }
    }

    private fun send(door: JSONObject) {
        NativeDoors.door(handle, door.toString().toByteArray())
    }

    private fun openEngine(): Int {
        NativeLibrary.load(System.getProperty("cleardown.library"))
        val now = Clock.now(app)
        val request = JSONObject()
            .put("v", 1)
            .put("device_dir", app.deviceProtected().filesDir.path)
            .put("credential_dir", app.filesDir.path)
            .put("region", "GB")
            .put("now", JSONObject().put("wall_ms", now.wallMs).put("elapsed_ms", now.elapsedMs).put("boot", now.boot))
        // The same folder is the same engine. The face of the library keeps its handle to itself.
        val native = Class.forName("org.cleardown.engine.Native")
        return native.getMethod("open", ByteArray::class.java).invoke(null, request.toString().toByteArray()) as Int
    }
}
