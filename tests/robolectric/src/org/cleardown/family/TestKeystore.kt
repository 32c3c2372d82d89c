package org.cleardown.family

import android.security.keystore.KeyGenParameterSpec
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyPairGeneratorSpi
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.PublicKey
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.security.spec.ECGenParameterSpec
import java.util.Collections
import java.util.Date

/** The phone's keystore, which Robolectric does not have: keys by name, in memory. */
class TestKeystore private constructor() : Provider(NAME, "1", "") {
    private val made = mutableMapOf<String, KeyPair>()

    init {
        putService(service("KeyStore", NAME) { Store() })
        putService(service("KeyPairGenerator", "EC") { Generator() })
    }

    private fun service(type: String, algorithm: String, make: () -> Any) =
        object : Service(this, type, algorithm, make.javaClass.name, null, null) {
            override fun newInstance(constructorParameter: Any?): Any = make()
        }

    private inner class Generator : KeyPairGeneratorSpi() {
        private lateinit var wanted: KeyGenParameterSpec

        override fun initialize(params: AlgorithmParameterSpec, random: SecureRandom?) {
            wanted = params as KeyGenParameterSpec
        }

        override fun initialize(keysize: Int, random: SecureRandom?) = error("a name is asked for")

        override fun generateKeyPair(): KeyPair = KeyPairGenerator.getInstance("EC").run {
            initialize(wanted.algorithmParameterSpec as ECGenParameterSpec)
            generateKeyPair().also { made[wanted.keystoreAlias] = it }
        }
    }

    private inner class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? = made[alias]?.private

        override fun engineContainsAlias(alias: String) = alias in made

        override fun engineGetCertificate(alias: String): Certificate? = made[alias]?.let { OwnName(it.public) }

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCreationDate(alias: String) = Date(0)

        override fun engineSetKeyEntry(a: String, b: Key, c: CharArray?, d: Array<Certificate>?) = error("no")

        override fun engineSetKeyEntry(a: String, b: ByteArray, c: Array<Certificate>?) = error("no")

        override fun engineSetCertificateEntry(a: String, b: Certificate) = error("no")

        override fun engineDeleteEntry(alias: String) {
            made -= alias
        }

        override fun engineAliases() = Collections.enumeration(made.keys)

        override fun engineSize() = made.size

        override fun engineIsKeyEntry(alias: String) = alias in made

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificateAlias(cert: Certificate): String? = null

        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit

        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
    }

    /** What a keystore says of a key that it made itself. */
    private class OwnName(private val key: PublicKey) : Certificate("X.509") {
        override fun getEncoded(): ByteArray = key.encoded

        override fun verify(key: PublicKey) = Unit

        override fun verify(key: PublicKey, sigProvider: String) = Unit

        override fun toString() = "a test's own"

        override fun getPublicKey() = key
    }

    companion object {
        private const val NAME = "AndroidKeyStore"

        /** From now on the phone has an empty keystore. */
        fun install() {
            Security.removeProvider(NAME)
            Security.addProvider(TestKeystore())
        }
    }
}
