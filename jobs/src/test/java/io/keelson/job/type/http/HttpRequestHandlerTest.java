package io.keelson.job.type.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.outbound.HostResolver;
import io.keelson.job.outbound.LocalServer;
import io.keelson.job.outbound.OutboundAllowance;
import io.keelson.job.outbound.OutboundClient;
import io.keelson.job.outbound.OutboundGuard;
import io.keelson.job.outbound.OutboundSecrets;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.type.TypeWorld;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpRequestHandlerTest {
    private static final String SECRET = "s3cret-value";

    private TypeWorld world;

    @BeforeEach
    void enter() throws Exception {
        OutboundClient client = new OutboundClient(
                new OutboundGuard(HostResolver.SYSTEM, OutboundAllowance.of(List.of("127.0.0.2"))),
                new OutboundSecrets(Map.of("token", SECRET)),
                SSLContext.getDefault());
        world = TypeWorld.with(new HttpRequestHandler(client));
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void theAnswerIsTheResult() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", exchange -> {
            exchange.getResponseHeaders().set("X-Answer", "yes");
            LocalServer.text(201, "{\"made\": \"grün\"}").answer(exchange);
        })) {
            TypeWorld.Row row = world.run(HttpRequestHandler.TYPE, """
                    {"method": "POST", "url": "%s/things?q=private", "headers": {"X-Token": "${secret:token}"},
                     "body": "{\\"name\\": \\"thing\\"}"}""".formatted(url(server)));

            assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
            JsonNode result = JsonMapper.shared().readTree(row.result());
            assertThat(result.path("status").asInt()).isEqualTo(201);
            assertThat(result.path("body").asString()).isEqualTo("{\"made\": \"grün\"}");
            assertThat(result.at("/headers/x-answer").asString()).isEqualTo("yes");
            LocalServer.Heard heard = server.heard().getFirst();
            assertThat(heard.method()).isEqualTo("POST");
            assertThat(heard.body()).isEqualTo("{\"name\": \"thing\"}");
            assertThat(heard.headers().getFirst("X-Token")).isEqualTo(SECRET);
            assertThat(heard.headers().getFirst("Content-Type")).startsWith("application/json");
            assertThat(heard.headers().getFirst("Idempotency-Key")).isEqualTo("job:" + row.id());
            assertThat(everythingKept()).doesNotContain(SECRET);
            assertThat(world.log(row.id())).noneMatch(line -> line.contains("private"));
        }
    }

    @Test
    void aBusyServerIsAskedAgainWithTheSameKey() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (LocalServer server = new LocalServer(
                "127.0.0.2", exchange -> LocalServer.text(asked.incrementAndGet() < 3 ? 503 : 200, "done")
                        .answer(exchange))) {
            TypeWorld.Row row = world.run(HttpRequestHandler.TYPE, "{\"url\": \"%s\"}".formatted(url(server)));

            assertThat(row.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(row.attempts()).isEqualTo(3);
            assertThat(server.heard().stream().map(heard -> heard.headers().getFirst("Idempotency-Key")))
                    .containsOnly("job:" + row.id())
                    .hasSize(3);
        }
    }

    @Test
    void aRefusalIsNotRepeatedAndAnExpectedOneIsNoFailure() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", LocalServer.text(404, "no such thing"))) {
            TypeWorld.Row refused = world.run(HttpRequestHandler.TYPE, "{\"url\": \"%s\"}".formatted(url(server)));
            TypeWorld.Row expected =
                    world.run(HttpRequestHandler.TYPE, "{\"url\": \"%s\", \"expect\": [404]}".formatted(url(server)));

            assertThat(refused.status()).isEqualTo(JobStatus.DEAD);
            assertThat(refused.attempts()).isEqualTo(1);
            assertThat(refused.code()).isEqualTo("UNEXPECTED_STATUS");
            assertThat(expected.status()).isEqualTo(JobStatus.SUCCEEDED);
        }
    }

    @Test
    void whatLeadsInsideIsGivenUpAtOnce() {
        TypeWorld.Row row =
                world.run(HttpRequestHandler.TYPE, "{\"url\": \"http://169.254.169.254/latest/meta-data/\"}");

        assertThat(row.status()).isEqualTo(JobStatus.DEAD);
        assertThat(row.code()).isEqualTo("TARGET_REFUSED");
        assertThat(row.attempts()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoTextAreKeptAsBase64() throws Exception {
        try (LocalServer server = new LocalServer("127.0.0.2", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {(byte) 0xff, 0, 1});
        })) {
            TypeWorld.Row row = world.run(HttpRequestHandler.TYPE, "{\"url\": \"%s\"}".formatted(url(server)));

            assertThat(JsonMapper.shared()
                            .readTree(row.result())
                            .path("bodyBase64")
                            .asString())
                    .isEqualTo("/wAB");
        }
    }

    private String everythingKept() {
        return String.join(
                "\n",
                world.database
                        .jdbc()
                        .sql(
                                "select row(j)::text from jobs.platform_job j union all select row(l)::text from jobs.platform_job_log l")
                        .query(String.class)
                        .list());
    }

    private static String url(LocalServer server) {
        return "http://127.0.0.2:" + server.port();
    }
}
