package org.cleardown.stories

import org.json.JSONObject
import java.io.ByteArrayOutputStream
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.Signature
import java.security.spec.ECGenParameterSpec
import java.util.Base64
import java.util.Locale
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream

/**
 * Whoever makes settings for the phone of a story: each name has a key of its own, as the phone of a
 * relative has. By `rust/list/BUNDLE.md` alone, and not by the code that the phone reads it with.
 */
class SettingsMakers {
    private val keys = mutableMapOf<String, KeyPair>()

    /** The file with these settings, which [from] signs. */
    fun file(from: String, version: Long, policy: JSONObject): String {
        val signed = JSONObject()
            .put("type", "cleardown-settings")
            .put("from", from)
            .put("version", version)
            .put("made", MADE)
            .put("policy", policy)
            .toString()
        val key = keys.getOrPut(from, ::newKey)
        return JSONObject()
            .put("format", 1)
            .put("signed", signed)
            .put("keytype", "ecdsa-sha2-nistp256")
            .put("key", pem(key))
            .put("sig", signature(key, signed).joinToString("") { "%02x".format(Locale.ROOT, it) })
            .toString()
    }

    /** The same as a link. */
    fun link(from: String, version: Long, policy: JSONObject): String {
        val packed = ByteArrayOutputStream()
        val plain = Deflater(Deflater.BEST_COMPRESSION, true)
        DeflaterOutputStream(packed, plain).use { it.write(file(from, version, policy).toByteArray()) }
        return LINK + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray())
    }

    private fun newKey(): KeyPair = KeyPairGenerator.getInstance("EC").run {
        initialize(ECGenParameterSpec("secp256r1"))
        generateKeyPair()
    }

    private fun pem(key: KeyPair): String {
        val letters = Base64.getMimeEncoder(LINE, byteArrayOf('\n'.code.toByte())).encodeToString(key.public.encoded)
        return "-----BEGIN PUBLIC KEY-----\n$letters\n-----END PUBLIC KEY-----\n"
    }

    private fun signature(key: KeyPair, text: String): ByteArray = Signature.getInstance("SHA256withECDSA").run {
        initSign(key.private)
        update(text.toByteArray())
        sign()
    }

    private companion object {
        const val LINK = "cleardown:settings/1/"

        /** By the relative's clock, of which a phone believes nothing. */
        const val MADE = "2026-11-15T10:00:00Z"

        /** Letters of a line of PEM. */
        const val LINE = 64
    }
}
