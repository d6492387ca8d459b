package io.keelson.driver.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as text. */
final class Pem {
    private Pem() {}

    static String of(Certificate... chain) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : chain) {
            text.append(write("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    static String of(PrivateKey key) throws IOException {
        return write("PRIVATE KEY", key.getEncoded());
    }

    /** The first certificate of the text. */
    static X509Certificate certificate(String text) throws IOException, GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(read(text)));
    }

    static PrivateKey key(String text) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(read(text)));
    }

    private static String write(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }

    private static byte[] read(String text) throws IOException {
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject object = reader.readPemObject();
            if (object == null) {
                throw new IOException("A PEM file is empty.");
            }
            return object.getContent();
        }
    }
}
