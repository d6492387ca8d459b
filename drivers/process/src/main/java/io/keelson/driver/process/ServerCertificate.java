package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x509.GeneralName;

/** The certificate of one instance, as PEM files and as a PKCS #12 store with a random password. */
final class ServerCertificate {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final Clock clock;

    ServerCertificate(CertificateAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** Whether there is one, with its key, that our authority signed, that holds for the names, and that does not end soon. */
    boolean isUsable(InstanceSpec spec, InstanceDirectory directory) throws IOException {
        if (!Files.exists(directory.certificate())
                || !Files.exists(directory.privateKey())
                || !Files.exists(directory.keystore())) {
            return false;
        }
        try {
            X509Certificate certificate = Pem.certificate(Files.readString(directory.certificate()));
            certificate.verify(authority.certificate().getPublicKey());
            Set<Object> covered = new HashSet<>();
            certificate.getSubjectAlternativeNames().forEach(name -> covered.add(name.get(1)));
            return covered.containsAll(hostNames(spec))
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(clock.instant().plus(RENEWED_BEFORE_END));
        } catch (GeneralSecurityException notOurs) {
            return false;
        }
    }

    /** Makes one; its files appear all together. */
    void make(InstanceSpec spec, InstanceDirectory directory) throws IOException, GeneralSecurityException {
        KeyPairAndCertificate issued = authority.issue(spec.instanceId().toString(), alternativeNames(spec));
        Certificate[] chain = {issued.certificate(), authority.certificate()};
        String password = RandomSecret.next();
        InstanceDirectory draft = new InstanceDirectory(directory.path().resolve("draft-" + UUID.randomUUID()));
        try {
            PrivateFiles.write(draft.certificate(), Pem.of(chain));
            PrivateFiles.write(draft.privateKey(), Pem.of(issued.key()));
            PrivateFiles.write(draft.keystorePassword(), password);
            PrivateFiles.write(draft.keystore(), keystore(issued, chain, password));
            FileTree.delete(directory.tls());
            Files.move(draft.tls(), directory.tls(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(draft.path());
        }
    }

    private static byte[] keystore(KeyPairAndCertificate issued, Certificate[] chain, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("instance", issued.key(), password.toCharArray(), chain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    private static List<GeneralName> alternativeNames(InstanceSpec spec) {
        List<GeneralName> names = new ArrayList<>();
        for (String name : hostNames(spec)) {
            boolean address = name.equals(LOOPBACK);
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return names;
    }

    private static List<String> hostNames(InstanceSpec spec) {
        List<String> names = new ArrayList<>(List.of(LOOPBACK, "localhost"));
        String domain = spec.customDomain();
        if (domain != null) {
            names.add(domain);
        }
        return names;
    }
}
