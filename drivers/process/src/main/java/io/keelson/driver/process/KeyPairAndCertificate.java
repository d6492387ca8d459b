package io.keelson.driver.process;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate with the private key that belongs to it; its text form shows no key. */
record KeyPairAndCertificate(PrivateKey key, X509Certificate certificate) {
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().toString();
    }
}
