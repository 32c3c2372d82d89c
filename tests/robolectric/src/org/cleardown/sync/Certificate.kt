package org.cleardown.sync

import org.bouncycastle.asn1.ASN1EncodableVector
import org.bouncycastle.asn1.ASN1Integer
import org.bouncycastle.asn1.DERBitString
import org.bouncycastle.asn1.DERNull
import org.bouncycastle.asn1.DERSequence
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers
import org.bouncycastle.asn1.x500.X500Name
import org.bouncycastle.asn1.x509.AlgorithmIdentifier
import org.bouncycastle.asn1.x509.Extension
import org.bouncycastle.asn1.x509.ExtensionsGenerator
import org.bouncycastle.asn1.x509.GeneralName
import org.bouncycastle.asn1.x509.GeneralNames
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo
import org.bouncycastle.asn1.x509.TBSCertificate
import org.bouncycastle.asn1.x509.Time
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator
import java.io.ByteArrayInputStream
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.Signature
import java.security.cert.CertificateFactory
import java.util.Date
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** A certificate for `localhost` that vouches for itself, made for one test. */
class Certificate {
    private val keys = KeyPairGenerator.getInstance("RSA").apply { initialize(KEY_BITS) }.generateKeyPair()
    private val store = KeyStore.getInstance("PKCS12").apply {
        load(null)
        val bytes = ByteArrayInputStream(sign(keys, describe(keys)))
        val certificate = CertificateFactory.getInstance("X.509").generateCertificate(bytes)
        setKeyEntry("server", keys.private, charArrayOf(), arrayOf(certificate))
        setCertificateEntry("trusted", certificate)
    }

    /** For the server that shows it, and for clients that trust it and no other. */
    val tls: SSLContext = SSLContext.getInstance("TLS").apply {
        val shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm())
        val trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
        shown.init(store, charArrayOf())
        trusted.init(store)
        init(shown.keyManagers, trusted.trustManagers, null)
    }

    private fun describe(keys: KeyPair): TBSCertificate = V3TBSCertificateGenerator().run {
        val name = X500Name("CN=localhost")
        val forHost = GeneralNames(GeneralName(GeneralName.dNSName, "localhost"))
        setSerialNumber(ASN1Integer(1))
        setIssuer(name)
        setSubject(name)
        setStartDate(Time(Date(0)))
        setEndDate(Time(Date(LAST_DAY_MS)))
        setSignature(ALGORITHM)
        setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.public.encoded))
        setExtensions(
            ExtensionsGenerator().apply { addExtension(Extension.subjectAlternativeName, false, forHost) }.generate(),
        )
        generateTBSCertificate()
    }

    private fun sign(keys: KeyPair, described: TBSCertificate): ByteArray {
        val signature = Signature.getInstance("SHA256withRSA").run {
            initSign(keys.private)
            update(described.encoded)
            sign()
        }
        val parts = ASN1EncodableVector().apply {
            add(described)
            add(ALGORITHM)
            add(DERBitString(signature))
        }
        return DERSequence(parts).encoded
    }

    private companion object {
        const val KEY_BITS = 2048

        /** In the year 2100. */
        const val LAST_DAY_MS = 4_102_444_800_000
        val ALGORITHM = AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)
    }
}
