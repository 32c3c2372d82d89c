package org.cleardown.packer

import com.android.apksig.ApkSigner
import com.android.apksig.ApkVerifier
import com.android.apksig.KeyConfig
import java.io.File
import java.security.InvalidKeyException
import java.security.MessageDigest

/** The oldest Android that the app runs on: API 29 checks v2 and v3 and does not need v1. */
private const val OLDEST_ANDROID = 29

/** The last Android that knew v2 alone: from the next on, v2 is not looked at where v3 is there. */
private const val LAST_WITHOUT_V3 = 27

/** Signs by the schemes v2 and v3. Entries stay byte for byte where they are: only the signature is added. */
fun sign(unsigned: File, signed: File, key: Key) {
    val signer = ApkSigner.SignerConfig.Builder("CLEARDOWN", KeyConfig.Jca(key.secret), key.certificates).build()
    try {
        ApkSigner.Builder(listOf(signer))
            .setInputApk(unsigned)
            .setOutputApk(signed)
            .setMinSdkVersion(OLDEST_ANDROID)
            .setV1SigningEnabled(false)
            .setV2SigningEnabled(true)
            .setV3SigningEnabled(true)
            .setV4SigningEnabled(false)
            .setAlignmentPreserved(true)
            .build()
            .sign()
    } catch (failure: InvalidKeyException) {
        throw Refusal("This key cannot sign an APK: ${failure.message}")
    }
}

/** What a phone finds out about who signed; refuses an APK without both signatures. */
fun verified(apk: File): Map<String, String> {
    val result = ApkVerifier.Builder(apk).setMinCheckedPlatformVersion(LAST_WITHOUT_V3).build().verify()
    val wrong =
        result.errors + result.v2SchemeSigners.flatMap { it.errors } + result.v3SchemeSigners.flatMap { it.errors }
    if (!result.isVerified || !result.isVerifiedUsingV2Scheme || !result.isVerifiedUsingV3Scheme) {
        throw Refusal("$apk is not signed as it should be. ${wrong.joinToString(" ")}")
    }
    val certificate = result.signerCertificates.first()
    val digest = MessageDigest.getInstance("SHA-256").digest(certificate.encoded)
    return mapOf(
        "schemes" to "v2, v3",
        "signer" to certificate.subjectX500Principal.name,
        "certificate_sha256" to digest.joinToString("") { "%02x".format(it) },
    )
}
