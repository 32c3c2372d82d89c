package org.cleardown.story

import org.json.JSONObject

/** One thing that happens, when, and what the app must do. */
class Step(val at: String, val action: Action, val expect: JSONObject) {
    /** Milliseconds from the start of the story. */
    val ms: Long get() = Times.ms(at)

    companion object {
        /** Reads a step. */
        fun of(json: JSONObject) =
            Step(json.getString("at"), Action.of(json), json.optJSONObject("expect") ?: JSONObject())
    }
}

/** What can happen. */
sealed interface Action {
    /** Only time passes. */
    data object Time : Action

    /** The phone is about to ring. */
    data class Incoming(val number: String?, val presentation: String, val verification: String) : Action

    /** The newest incoming call ends. */
    data class Ended(val cause: String?, val answered: Boolean?, val isSeen: Boolean) : Action

    /** The person dials. */
    data class Outgoing(
        val number: String,
        val isInteractive: Boolean,
        val isEmergency: Boolean,
        val isInCall: Boolean,
    ) : Action

    /** The person says or does something in the app. */
    data class Person(val what: String, val number: String?, val policy: JSONObject) : Action

    /** The person opens settings that [from] made for the phone, and takes them if that is possible. */
    data class Import(val from: String, val version: Long, val policy: JSONObject) : Action

    /** The person takes away what the relative has set. */
    data object RemoveRelative : Action

    /** The phone starts again. */
    data object Reboot : Action

    /** The phone shows that no call is running. */
    data object Idle : Action

    /** Somebody sets the wall clock. */
    data class Clock(val byMs: Long) : Action

    /** Something breaks, or is mended. */
    data class Fault(val what: String) : Action

    companion object {
        /** The action of a step. */
        fun of(step: JSONObject): Action = when {
            step.has("incoming") -> incoming(step.getJSONObject("incoming"))
            step.has("ended") -> ended(step.getJSONObject("ended"))
            step.has("outgoing") -> outgoing(step.getJSONObject("outgoing"))
            step.has("person") -> person(step, step.get("person"))
            step.has("phone") -> phone(step.get("phone"))
            step.has("fault") -> Fault(step.getString("fault"))
            else -> Time
        }

        private fun incoming(json: JSONObject) = Incoming(
            json.text("number"),
            json.optString("presentation", "allowed"),
            json.optString("verification", "not_verified"),
        )

        private fun ended(json: JSONObject): Ended {
            val cause = json.text("cause")
            val byCause = cause?.let { it == "local" || it == "remote" }
            val answered = if (json.has("answered")) json.getBoolean("answered") else byCause
            return Ended(cause, answered, json.optBoolean("seen", true))
        }

        private fun outgoing(json: JSONObject) = Outgoing(
            json.text("number").orEmpty(),
            json.optBoolean("interactive", true),
            json.optBoolean("emergency", false),
            json.optBoolean("in_call", false),
        )

        private fun person(step: JSONObject, value: Any): Action {
            val atSeconds = Times.ms(step.getString("at")) / 1000
            if (value !is JSONObject) return person(value.toString(), step, atSeconds)
            val what = value.keys().next()
            return person(what, value.getJSONObject(what), atSeconds)
        }

        private fun person(what: String, json: JSONObject, atSeconds: Long): Action = when (what) {
            "import" ->
                Import(json.optString("from", "Anna"), json.optLong("version", atSeconds), json.getJSONObject("policy"))
            "remove_relative" -> RemoveRelative
            else -> Person(what, json.text("number"), json.optJSONObject("policy") ?: JSONObject())
        }

        private fun phone(value: Any): Action = when {
            value == "reboot" -> Reboot
            value is JSONObject && value.has("clock") -> Clock(Times.jumpMs(value.getString("clock")))
            else -> Idle
        }
    }
}

/** The spellings of time: `m:ss`, `h:mm:ss`, and these with a sign. */
object Times {
    /** Milliseconds of a time. */
    fun ms(text: String): Long = text.split(':').fold(0L) { sum, part -> sum * 60 + part.toLong() } * 1000

    /** Milliseconds of a jump. */
    fun jumpMs(text: String): Long = (if (text.startsWith("-")) -1 else 1) * ms(text.drop(1))
}
