package org.cleardown.engine

import org.json.JSONArray
import org.json.JSONObject

/** Lists of stories, and faults inside the library. */
class Doors(private val engine: Engine) {
    /** Lays rows over the bundled list and installs the result by the ordinary path. */
    fun installList(rows: List<Map<String, Any>>) {
        val all = JSONArray()
        rows.forEach { row ->
            val one = JSONObject()
            row.forEach { (key, value) -> one.put(key, value) }
            all.put(one)
        }
        open(JSONObject().put("do", "install_list").put("rows", all))
    }

    /** Begins a fault: panic, slow, disk_full; `none` ends all. */
    fun fault(what: String) = open(JSONObject().put("do", what))

    private fun open(request: JSONObject) {
        NativeDoors.door(engine.handle, request.toString().toByteArray())
    }
}
