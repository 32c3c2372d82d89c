package org.cleardown.family

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.Signature
import java.security.spec.ECGenParameterSpec
import java.util.Base64

/**
 * Signs settings for another phone. The key is made by this phone's own keystore and never leaves
 * it: whoever gets hold of a file with settings cannot make others in this person's name.
 */
class Signer {
    private val store: KeyStore = KeyStore.getInstance(STORE).apply { load(null) }

    init {
        if (!store.containsAlias(NAME)) make()
    }

    /** The public half, as PEM. */
    val publicKey: String
        get() {
            val letters = Base64.getMimeEncoder(LINE, byteArrayOf('\n'.code.toByte()))
            val key = letters.encodeToString(store.getCertificate(NAME).publicKey.encoded)
            return "-----BEGIN PUBLIC KEY-----\n$key\n-----END PUBLIC KEY-----\n"
        }

    /** The signature of [text]. */
    fun sign(text: String): ByteArray = Signature.getInstance("SHA256withECDSA").run {
        initSign(store.getKey(NAME, null) as PrivateKey)
        update(text.toByteArray())
        sign()
    }

    private fun make() {
        val wanted = KeyGenParameterSpec.Builder(NAME, KeyProperties.PURPOSE_SIGN)
            .setAlgorithmParameterSpec(ECGenParameterSpec("secp256r1"))
            .setDigests(KeyProperties.DIGEST_SHA256)
            .build()
        KeyPairGenerator.getInstance(KeyProperties.KEY_ALGORITHM_EC, STORE).run {
            initialize(wanted)
            generateKeyPair()
        }
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val NAME = "family"
        const val LINE = 64
    }
}
