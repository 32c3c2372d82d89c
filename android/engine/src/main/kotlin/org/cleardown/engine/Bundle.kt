package org.cleardown.engine

import org.json.JSONObject

/**
 * What became of settings that a relative signed.
 *
 * @property refused why they are not taken; null = they are, or would be.
 * @property sender whose they are, if that could be read and the signature is good.
 * @property isFirst nobody's were taken before: from now on only this relative's will be.
 * @property changes what changes, or would.
 * @property errors one per key that could not be read.
 * @property allowedInSeconds until refused ones would be taken; null = not known, or not refused for now.
 * @property signed of a draft: the text to sign.
 * @property file what was packed; [link] is the same as a link.
 */
public data class BundleResult(
    val refused: BundleRefusal?,
    val sender: Relative?,
    val isFirst: Boolean,
    val changes: List<KeyChange>,
    val errors: List<KeyError>,
    val allowedInSeconds: Long?,
    val signed: String?,
    val file: String?,
    val link: String?,
)

/** A setting before and after; [isWeaker] = it will protect less. */
public data class KeyChange(val key: String, val before: Any, val after: Any, val isWeaker: Boolean)

/**
 * Who set this phone up for its owner.
 *
 * @property from as the owner knows them.
 * @property fingerprint sixteen digits of the key's name, in fours.
 * @property version of the settings; [made] when, by the relative's clock.
 */
public data class Relative(val from: String, val fingerprint: String, val version: Long, val made: String)

/** Why settings of a relative are not taken. */
public enum class BundleRefusal {
    /** Another QR code, link or file. */
    NOT_OURS,

    /** A piece of it is missing. */
    TRUNCATED,

    /** More than 64 KiB. */
    TOO_LARGE,

    /** Changed after it was made. */
    FORGED,

    /** Made by a newer version. */
    NEWER,

    /** Signed, but of no sense. */
    UNREADABLE,

    /** Newer settings of this relative are in use. */
    OLD,

    /** These very settings are in use. */
    IN_USE,

    /** Of somebody else than the relative who set this phone up. */
    OTHER_KEY,

    /** There is no relative to remove. */
    NO_RELATIVE,

    /** During a call, a wait, and the hour after. */
    PRESSURE,

    /** The PIN has to be given first; where none is set, one has to be chosen. */
    PIN,
}

internal fun bundleRequest(what: String, now: Now, content: String? = null): JSONObject {
    val request = request(now).put("do", what)
    content?.let { request.put("content", it) }
    return request
}

internal fun draftRequest(from: String, version: Long, policy: Map<String, Any>, now: Now): JSONObject =
    bundleRequest("draft", now).put("from", from).put("version", version).put("policy", settings(policy))

internal fun packRequest(signed: String, keyType: String, key: String, sig: String, now: Now): JSONObject =
    bundleRequest("pack", now).put("signed", signed).put("keytype", keyType).put("key", key).put("sig", sig)

internal fun JSONObject.bundleResult() = BundleResult(
    refused = textOrNull("refused")?.let { fromCode<BundleRefusal>(it) },
    sender = objectOrNull("sender")?.relative(),
    isFirst = getBoolean("first"),
    changes = objects("changes") {
        KeyChange(it.getString("key"), it.value("before"), it.value("after"), it.getBoolean("weaker"))
    },
    errors = objects("errors") { it.keyError() },
    allowedInSeconds = longOrNull("allowed_in"),
    signed = textOrNull("signed"),
    file = textOrNull("file"),
    link = textOrNull("link"),
)

internal fun JSONObject.relative() =
    Relative(getString("from"), getString("fingerprint"), getLong("version"), getString("made"))
