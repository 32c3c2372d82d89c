package org.cleardown.family

import com.google.common.truth.Truth.assertThat
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.security.KeyFactory
import java.security.Signature
import java.security.spec.X509EncodedKeySpec
import java.util.Base64

/** The key of a relative: made once, kept by the phone, known by its public half. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class SignerTest {
    @Test
    fun theSameKeySignsEachTime() {
        TestKeystore.install()
        val first = Signer()
        val again = Signer()
        assertThat(again.publicKey).isEqualTo(first.publicKey)
        assertThat(isOf(first.publicKey, "hold all", again.sign("hold all"))).isTrue()
        assertThat(isOf(first.publicKey, "hold none", again.sign("hold all"))).isFalse()
        assertThat(first.publicKey.lines().first()).isEqualTo("-----BEGIN PUBLIC KEY-----")
    }

    private fun isOf(pem: String, text: String, signature: ByteArray): Boolean {
        val key = Base64.getMimeDecoder().decode(pem.lines().drop(1).dropLast(2).joinToString(""))
        return Signature.getInstance("SHA256withECDSA").run {
            initVerify(KeyFactory.getInstance("EC").generatePublic(X509EncodedKeySpec(key)))
            update(text.toByteArray())
            verify(signature)
        }
    }
}
