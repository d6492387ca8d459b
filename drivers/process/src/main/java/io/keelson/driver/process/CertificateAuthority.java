package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x509.GeneralName;

/** The authority of this machine: made once, in {@code ca/} below the root, and trusted by the health check only. */
final class CertificateAuthority {
    private final Path directory;
    private final Clock clock;

    CertificateAuthority(Path root, Clock clock) {
        this.directory = root.resolve("ca");
        this.clock = clock;
    }

    /** What a client must trust. */
    X509Certificate certificate() throws IOException, GeneralSecurityException {
        return load().certificate();
    }

    /** A new certificate for a server under these names. */
    KeyPairAndCertificate issue(String name, List<GeneralName> names) throws IOException, GeneralSecurityException {
        return CertificateIssue.server(load(), name, names, clock.instant());
    }

    private KeyPairAndCertificate load() throws IOException, GeneralSecurityException {
        if (!Files.isDirectory(directory)) {
            make();
        }
        return new KeyPairAndCertificate(
                Pem.key(Files.readString(directory.resolve("key.pem"))),
                Pem.certificate(Files.readString(directory.resolve("certificate.pem"))));
    }

    // Key and certificate appear together or not at all; of two that are made at once, the first stays.
    private void make() throws IOException, GeneralSecurityException {
        Path draft = directory.resolveSibling("ca-" + UUID.randomUUID());
        KeyPairAndCertificate authority = CertificateIssue.authority("Keelson local authority", clock.instant());
        try {
            PrivateFiles.write(draft.resolve("key.pem"), Pem.of(authority.key()));
            PrivateFiles.write(draft.resolve("certificate.pem"), Pem.of(authority.certificate()));
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(directory)) {
                throw failure;
            }
        } finally {
            FileTree.delete(draft);
        }
    }
}
