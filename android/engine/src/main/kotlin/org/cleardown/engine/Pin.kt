package org.cleardown.engine

import org.json.JSONObject

/**
 * What became of setting, trying or giving up the PIN.
 *
 * @property refused why it was not done; null = done, and a PIN that was tried was right.
 */
public data class PinResult(val refused: PinRefusal?, val pin: PinStatus)

/** Why nothing was done about the PIN. */
public enum class PinRefusal {
    /** Four to twelve digits are asked for. */
    NO_PIN,

    /** The PIN is wrong. */
    WRONG,

    /** It was wrong so often that it cannot be tried now. */
    WAIT,

    /** None is set. */
    NOT_SET,

    /** One is set, and was not given. */
    LOCKED,

    /** During a call, a wait, and the hour after. */
    PRESSURE,
}

/**
 * How things stand with the PIN.
 *
 * @property set whether there is one.
 * @property locks whether settings can be weakened only by who knows it.
 * @property openSeconds for which the right PIN still opens; 0 = it has to be given.
 * @property waitSeconds until it can be tried again; 0 = now.
 * @property forgottenSeconds until a forgotten one is gone; null = nobody said so.
 */
public data class PinStatus(
    val set: Boolean,
    val locks: Boolean,
    val openSeconds: Int,
    val waitSeconds: Int,
    val forgottenSeconds: Int?,
) {
    /** Whether the PIN has to be given before anything can be made weaker. */
    val isAskedFor: Boolean get() = locks && openSeconds == 0
}

internal fun pinRequest(what: String, now: Now, pin: String? = null, salt: String? = null): JSONObject {
    val request = request(now).put("do", what)
    pin?.let { request.put("pin", it) }
    salt?.let { request.put("salt", it) }
    return request
}

internal fun JSONObject.pinResult() =
    PinResult(textOrNull("refused")?.let { fromCode<PinRefusal>(it) }, getJSONObject("pin").pinStatus())

internal fun JSONObject.pinStatus() = PinStatus(
    set = getBoolean("set"),
    locks = getBoolean("locks"),
    openSeconds = getInt("open"),
    waitSeconds = getInt("wait"),
    forgottenSeconds = longOrNull("forgotten")?.toInt(),
)
