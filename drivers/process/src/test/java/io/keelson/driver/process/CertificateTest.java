package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    private static final List<DriverStepKind> STEPS = List.of(DriverStepKind.RESERVATION, DriverStepKind.CERTIFICATE);

    @TempDir
    private Path root;

    private final InstanceSpec spec = InstanceSpecFixtures.withTls(
            TestWorkload.tinyServer()
                    .withVariable("KEYSTORE", "{keystoreFile}")
                    .withVariable("KEYSTORE_PASSWORD_FILE", "{keystorePasswordFile}")
                    .spec(),
            "shop.example.com");

    @Test
    void anInstanceServesTlsWithACertificateOfTheLocalAuthority() throws Exception {
        ProcessWorld world = ProcessWorld.in(root);
        try {
            world.applyAll(spec);

            assertThat(world.observe(spec).url()).startsWith("https://127.0.0.1:");
        } finally {
            world.removeAll(spec);
        }
    }

    @Test
    void theCertificateHoldsForTheAddressAndTheDomain() throws Exception {
        ProcessWorld world = ProcessWorld.in(root);
        world.apply(STEPS, spec);

        assertThat(certificate(world).getSubjectAlternativeNames().stream().map(name -> (Object) name.get(1)))
                .containsExactlyInAnyOrder("127.0.0.1", "localhost", "shop.example.com");
    }

    @Test
    void aValidCertificateIsKeptAndAnotherDomainMakesANewOne() throws Exception {
        ProcessWorld world = ProcessWorld.in(root);
        world.apply(STEPS, spec);
        X509Certificate first = certificate(world);

        world.apply(STEPS, spec);
        assertThat(certificate(world)).isEqualTo(first);

        world.apply(STEPS, InstanceSpecFixtures.withTls(spec, "other.example.com"));
        assertThat(certificate(world)).isNotEqualTo(first);
    }

    @Test
    void aCertificateThatEndsSoonIsReplaced() throws Exception {
        ProcessWorld world = ProcessWorld.in(root);
        world.apply(STEPS, spec);
        Clock later = Clock.fixed(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(380)), ZoneOffset.UTC);
        InstanceDirectory directory = world.directory(spec);
        ServerCertificate certificate = new ServerCertificate(new CertificateAuthority(root, later), later);

        assertThat(certificate.isUsable(spec, directory)).isFalse();
    }

    @Test
    void theAuthorityIsMadeOnce() throws Exception {
        CertificateAuthority first = new CertificateAuthority(root, Clock.systemUTC());
        CertificateAuthority second = new CertificateAuthority(root, Clock.systemUTC());

        assertThat(first.certificate()).isEqualTo(second.certificate());
        assertThat(root.resolve("ca").resolve("key.pem")).exists();
        try (var entries = Files.list(root)) {
            assertThat(entries).hasSize(1);
        }
    }

    private X509Certificate certificate(ProcessWorld world) throws Exception {
        return Pem.certificate(Files.readString(world.directory(spec).certificate()));
    }
}
