package org.cleardown.packer

import java.io.File
import java.io.IOException
import java.security.KeyStore
import java.security.PrivateKey
import java.security.UnrecoverableKeyException
import java.security.cert.X509Certificate

/** A key to sign with, and the certificates that name it. */
class Key(val secret: PrivateKey, val certificates: List<X509Certificate>) {
    companion object {
        /** Opens a keystore (PKCS #12 or JKS) and takes the key of this name, or the only one. */
        fun open(file: File, alias: String?): Key {
            if (!file.isFile) throw Refusal("There is no keystore $file.")
            val password = Password.ofKeystore(file)
            val store = load(file, password)
            val name = choose(store, file, alias)
            val secret = secret(store, file, name, password)
            return Key(secret, store.getCertificateChain(name).map { it as X509Certificate })
        }

        private fun load(file: File, password: CharArray): KeyStore = try {
            KeyStore.getInstance(file, password)
        } catch (failure: IOException) {
            val isPassword = failure.cause is UnrecoverableKeyException
            throw Refusal(if (isPassword) "This password does not open $file." else notReadable(file))
        } catch (_: java.security.GeneralSecurityException) {
            throw Refusal(notReadable(file))
        }

        private fun notReadable(file: File) = "$file is no keystore that Java reads (PKCS #12 or JKS)."

        private fun choose(store: KeyStore, file: File, alias: String?): String {
            val all = store.aliases().toList().filter(store::isKeyEntry).sorted()
            val names = all.joinToString()
            return when {
                all.isEmpty() -> throw Refusal("There is no private key in $file.")
                alias == null -> all.singleOrNull()
                    ?: throw Refusal("There are several keys in $file: say which with --key-alias. There is: $names.")
                store.isKeyEntry(alias) -> alias
                else -> throw Refusal("There is no key $alias in $file. There is: $names.")
            }
        }

        private fun secret(store: KeyStore, file: File, name: String, password: CharArray): PrivateKey {
            val key = try {
                store.getKey(name, password)
            } catch (_: UnrecoverableKeyException) {
                ownPassword(store, file, name)
            }
            return key as? PrivateKey ?: throw Refusal("$name in $file is no private key.")
        }

        /** In a JKS file, a key can have a password of its own. */
        private fun ownPassword(store: KeyStore, file: File, name: String) = try {
            store.getKey(name, Password.ofKey(name))
        } catch (_: UnrecoverableKeyException) {
            throw Refusal("This password does not open the key $name in $file.")
        }
    }
}
