package io.keelson.job.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The socket is pinned to an address, the certificate to the name. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory;

    @Test
    void theCertificateMustBeThatOfTheName() throws Exception {
        KeyStore store = keyStore("shop.example");
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(serving(store)));
        try (LocalServer server = new LocalServer(https, LocalServer.text(200, "secure"))) {
            FakeNames names = new FakeNames().with("shop.example", "127.0.0.2").with("evil.example", "127.0.0.2");
            OutboundGuard guard = new OutboundGuard(names, OutboundAllowance.of(List.of("127.0.0.2")));
            OutboundClient client = new OutboundClient(guard, new OutboundSecrets(Map.of()), trusting(store));

            assertThat(client.exchange(Outbound.get("https://shop.example:%d/".formatted(server.port())), 100)
                            .status())
                    .isEqualTo(200);
            assertThatThrownBy(() ->
                            client.exchange(Outbound.get("https://evil.example:%d/".formatted(server.port())), 100))
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.CERTIFICATE_REFUSED));
            assertThat(server.heard()).hasSize(1);
        }
    }

    private KeyStore keyStore(String host) throws Exception {
        Path file = directory.resolve("store.p12");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(status).as("exit status of keytool").isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return store;
    }

    private static SSLContext serving(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
