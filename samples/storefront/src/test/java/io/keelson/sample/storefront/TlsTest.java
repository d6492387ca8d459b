package io.keelson.sample.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.postgres.EphemeralPostgres;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path directory;

    @Test
    void withAKeystoreItServesHttpsWithThatCertificate() throws Exception {
        Path keystore = directory.resolve("server.p12");
        Path passwordFile = Files.writeString(directory.resolve("password"), "changeit\n");
        makeCertificate(keystore);
        StorefrontJar release = new StorefrontJar(
                        "1.0.0", EphemeralPostgres.shared().newDatabase())
                .with("TLS_KEYSTORE", keystore.toString())
                .with("TLS_KEYSTORE_PASSWORD_FILE", passwordFile.toString());
        release.migrate();

        try (StorefrontJar shop = release.serve();
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keystore)).build()) {
            URI health = URI.create(
                    "https://127.0.0.1:%d/health".formatted(shop.address().getPort()));
            assertThat(client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void makeCertificate(Path keystore) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keystore.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            own.load(in, "changeit".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
