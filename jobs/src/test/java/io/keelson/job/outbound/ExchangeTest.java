package io.keelson.job.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
    private static final String RECEIVER = "receiver.example";

    @Test
    void theNameIsAskedOnceAndOnlyTheVettedAddressIsDialled() throws Exception {
        try (LocalServer vetted = new LocalServer("127.0.0.2", LocalServer.text(200, "vetted"));
                CountingListener rebound = new CountingListener("127.0.0.1")) {
            // The second answer is what an attacker's name service says between check and dial.
            FakeNames names = new FakeNames().with(RECEIVER, "127.0.0.2").with(RECEIVER, "127.0.0.1");
            OutboundClient client = Outbound.client(names, "127.0.0.2");

            OutboundAnswer answer = client.exchange(Outbound.get(url(RECEIVER, vetted, "/a?b=c")), 100);

            assertThat(text(answer)).isEqualTo("vetted");
            assertThat(names.questions()).isEqualTo(1);
            assertThat(rebound.connections()).isZero();
            assertThat(vetted.heard().getFirst().path()).isEqualTo("/a?b=c");
            assertThat(vetted.heard().getFirst().headers().getFirst("Host")).isEqualTo(RECEIVER + ":" + vetted.port());
            assertThatThrownBy(() -> client.exchange(Outbound.get(url(RECEIVER, vetted, "/")), 100))
                    .isInstanceOf(OutboundFailure.class);
            assertThat(rebound.connections()).isZero();
        }
    }

    @Test
    void anAddressOfTheSixthVersionIsDialledToo() throws Exception {
        try (LocalServer server = new LocalServer("::1", LocalServer.text(200, "six"))) {
            OutboundAnswer answer = Outbound.client(new FakeNames(), "::1")
                    .exchange(Outbound.get("http://[::1]:%d/".formatted(server.port())), 100);

            assertThat(text(answer)).isEqualTo("six");
        }
    }

    @Test
    void aRedirectIsNotFollowedUnlessAsked() throws Exception {
        try (CountingListener inside = new CountingListener("127.0.0.1");
                LocalServer server = new LocalServer(
                        "127.0.0.2", LocalServer.redirect(302, "http://127.0.0.1:%d/".formatted(inside.port())))) {
            OutboundAnswer answer = client().exchange(Outbound.get(url(RECEIVER, server, "/")), 100);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "http://2130706433:PORT/",
        "http://user@127.0.0.1:PORT/",
        "http://inside.example:PORT/"
    })
    void everyHopIsLookedAt(String location) throws Exception {
        try (CountingListener inside = new CountingListener("127.0.0.1");
                LocalServer server = new LocalServer(
                        "127.0.0.2",
                        LocalServer.redirect(307, location.replace("PORT", Integer.toString(inside.port()))))) {
            assertThatThrownBy(() -> client().exchange(Outbound.get(url(RECEIVER, server, "/"), Map.of(), 5), 100))
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.TARGET_REFUSED));
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void anotherOriginGetsNoCredentials() throws Exception {
        try (LocalServer second = new LocalServer("127.0.0.2", LocalServer.text(200, "there"));
                LocalServer first =
                        new LocalServer("127.0.0.2", LocalServer.redirect(302, url("other.example", second, "/")))) {
            Map<String, String> headers =
                    Map.of("Authorization", "Basic abc", "X-Signature", "${secret:token}", "X-Plain", "plain");

            OutboundAnswer answer = client().exchange(Outbound.get(url(RECEIVER, first, "/"), headers, 1), 100);

            assertThat(answer.redirects()).isEqualTo(1);
            assertThat(first.heard().getFirst().headers().getFirst("X-Signature"))
                    .isEqualTo("s3cret-value");
            assertThat(second.heard().getFirst().headers())
                    .doesNotContainKeys("Authorization", "X-signature")
                    .containsKey("X-plain");
        }
    }

    @Test
    void redirectsWithoutEndAreRefused() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", LocalServer.redirect(302, "/again"))) {
            assertThatThrownBy(() -> client().exchange(Outbound.get(url(RECEIVER, server, "/"), Map.of(), 3), 100))
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.REDIRECT_REFUSED));
            assertThat(server.heard()).hasSize(4);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] much = "x".repeat(8_192).getBytes(StandardCharsets.UTF_8);
            try {
                while (true) {
                    body.write(much);
                }
            } catch (IOException hungUp) {
                // This is what the test waits for.
            }
        })) {
            OutboundAnswer answer = client().exchange(Outbound.get(url(RECEIVER, server, "/")), Outbound.MOST_BYTES);

            assertThat(answer.body()).hasSize(Outbound.MOST_BYTES);
            assertThat(answer.truncated()).isTrue();
        }
    }

    @Test
    void aSecretThatTheServerRepeatsIsMasked() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.getResponseHeaders().set("X-Echo", token);
            exchange.getResponseHeaders().set("Set-Cookie", "session=1");
            LocalServer.text(200, "you sent " + token).answer(exchange);
        })) {
            OutboundAnswer answer = client().exchange(
                            Outbound.get(
                                    url(RECEIVER, server, "/"), Map.of("Authorization", "Bearer ${secret:token}"), 0),
                            100);

            assertThat(server.heard().getFirst().headers().getFirst("Authorization"))
                    .isEqualTo("Bearer s3cret-value");
            assertThat(text(answer)).isEqualTo("you sent Bearer ***");
            assertThat(answer.headers()).containsEntry("x-echo", "Bearer ***").doesNotContainKey("set-cookie");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Host, other.example",
        "Content-Length, 5",
        "Transfer-Encoding, chunked",
        "Connection, close",
        "Proxy-Authorization, abc",
        "'Bad Name', a",
        "'X-A\r\nX-B', a",
        "X-A, 'a\r\nX-B: b'",
        "X-A, ${secret:unknown}"
    })
    void aHeaderThatWouldChangeTheRequestIsRefused(String name, String value) throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", LocalServer.text(200, ""))) {
            assertThatThrownBy(() ->
                            client().exchange(Outbound.get(url(RECEIVER, server, "/"), Map.of(name, value), 0), 100))
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.REQUEST_REFUSED));
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotAnswerTimesOut() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", _ -> {
            try {
                Thread.sleep(Duration.ofSeconds(20));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        })) {
            OutboundRequest request = new OutboundRequest(
                    "GET", OutboundTarget.parse(url(RECEIVER, server, "/")), Map.of(), null, 0, Duration.ofMillis(300));

            assertThatThrownBy(() -> client().exchange(request, 100))
                    .isInstanceOfSatisfying(OutboundFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(OutboundFailure.Kind.TIMED_OUT));

            FutureTask<OutboundAnswer> waiting =
                    new FutureTask<>(() -> client().exchange(Outbound.get(url(RECEIVER, server, "/")), 100));
            Thread thread = Thread.ofPlatform().start(waiting);
            await().atMost(Duration.ofSeconds(5)).until(() -> server.heard().size() == 2);
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static OutboundClient client() throws Exception {
        return Outbound.client(
                new FakeNames()
                        .with(RECEIVER, "127.0.0.2")
                        .with("other.example", "127.0.0.2")
                        .with("inside.example", "127.0.0.1"),
                "127.0.0.2");
    }

    private static String url(String host, LocalServer server, String path) {
        return "http://%s:%d%s".formatted(host, server.port(), path);
    }

    private static String text(OutboundAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
