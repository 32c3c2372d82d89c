package org.cleardown.stories

import org.json.JSONObject

/** Reads what happens in a step. */
internal object StepReader {
    fun action(step: JSONObject): Action? = when {
        step.has("incoming") -> incoming(step.getJSONObject("incoming"))
        step.has("ended") -> ended(step.getJSONObject("ended"))
        step.has("outgoing") -> outgoing(step.getJSONObject("outgoing"))
        step.has("person") -> person(step)
        step.has("phone") -> phone(step.get("phone"))
        step.has("fault") -> Action.Fault(step.getString("fault"))
        else -> null
    }

    private fun incoming(call: JSONObject) = Action.Incoming(
        call.textOrNull("number"),
        call.optString("presentation", "allowed"),
        call.optString("verification", "not_verified"),
    )

    private fun ended(end: JSONObject): Action.Ended {
        val byCause = when (end.optString("cause")) {
            "local", "remote" -> true
            "missed", "rejected" -> false
            else -> null
        }
        val answered = if (end.isNull("answered")) byCause else end.getBoolean("answered")
        return Action.Ended(answered, end.optBoolean("seen", true))
    }

    private fun outgoing(call: JSONObject) = Action.Outgoing(
        call.textOrNull("number").orEmpty(),
        call.optBoolean("interactive", true),
        call.optBoolean("emergency"),
        call.optBoolean("in_call"),
    )

    /** `"person": "call_anyway", "number": …` or `"person": { "call_anyway": { "number": … } }`. */
    private fun person(step: JSONObject): Action {
        val inner = step.optJSONObject("person")
        val what = inner?.keys()?.next() ?: step.getString("person")
        val fields = inner?.getJSONObject(what) ?: step
        return when (what) {
            "import" -> import(fields, seconds(step.getString("at")))
            "remove_relative" -> Action.RemoveRelative
            else -> Action.Person(
                what,
                fields.textOrNull("number"),
                fields.optJSONObject("policy")?.let(::settings).orEmpty(),
            )
        }
    }

    private fun import(fields: JSONObject, at: Long) =
        Action.Import(fields.optString("from", "Anna"), fields.optLong("version", at), fields.getJSONObject("policy"))

    private fun phone(what: Any): Action = when {
        what == "reboot" -> Action.Reboot
        what is JSONObject && what.has("clock") -> clock(what.getString("clock"))
        what is JSONObject && what.optBoolean("reboot") -> Action.Reboot
        else -> Action.Idle
    }

    private fun clock(jump: String): Action.Clock {
        val sign = if (jump.startsWith('-')) -1 else 1
        return Action.Clock(sign * seconds(jump.drop(1)))
    }

    private fun JSONObject.textOrNull(key: String) = if (isNull(key)) null else getString(key)
}
