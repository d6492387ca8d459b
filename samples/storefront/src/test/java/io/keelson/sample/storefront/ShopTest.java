package io.keelson.sample.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.EphemeralPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {
    private final EphemeralDatabase database = EphemeralPostgres.shared().newDatabase();
    private StorefrontJar shop;

    @BeforeEach
    void open() throws Exception {
        shop = new StorefrontJar("1.1.0", database)
                .with("KEELSON_SETTINGS", "{\"greeting\":\"Ahoy <b>\\\"friend\\\"</b>\"}");
        assertThat(shop.migrate()).isZero();
        shop.serve();
    }

    @AfterEach
    void shut() {
        shop.close();
    }

    @Test
    void aStoredProductIsShownWithHostileTextEscaped() throws Exception {
        String hostile = "<script>alert(1)</script>'); DROP TABLE products; --";

        HttpResponse<String> stored =
                shop.post("/products", "name=%s&description=%s&price=3".formatted(encode(hostile), encode("\"><i>")));
        String page = shop.get("/").body();

        assertThat(stored.statusCode()).isEqualTo(303);
        assertThat(stored.headers().firstValue("Location")).contains("/");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&#39;); DROP TABLE products; --")
                .contains("&quot;&gt;&lt;i&gt;")
                .doesNotContain("<script>", "<i>");
    }

    @Test
    void theGreetingComesFromTheSettingsAndIsEscaped() throws Exception {
        assertThat(shop.get("/").body()).contains("<h1>Ahoy &lt;b&gt;&quot;friend&quot;&lt;/b&gt;</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=&price=1",
                "name=a%00b&price=1",
                "name=a&price=-1",
                "name=a&price=1e9",
                "name=a&price=1.234",
                "name=a&price=99999999",
                "name=a&price="
            })
    void aFormThatDoesNotFitIsShownAgainAndStoresNothing(String form) throws Exception {
        HttpResponse<String> refused = shop.post("/products", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "Nothing is on sale yet.");
    }

    @Test
    void aBrokenOrEndlessFormIsRefused() throws Exception {
        assertThat(shop.post("/products", "name=%zz").statusCode()).isEqualTo(400);
        assertThat(shop.post("/products", "name=" + "a".repeat(20_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void versionHealthAndUnknownPathsAnswer() throws Exception {
        assertThat(shop.get("/version").body()).isEqualTo("{\"version\":\"1.1.0\"}");
        assertThat(shop.get("/health").statusCode()).isEqualTo(200);
        assertThat(shop.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void answersToVisitorsAreCountedByMethodAndStatus() throws Exception {
        assertThat(shop.get("/health").statusCode()).isEqualTo(200);
        assertThat(shop.get("/metrics").body()).doesNotContain("code=");
        assertThat(shop.get("/").statusCode()).isEqualTo(200);
        assertThat(shop.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(shop.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(shop.post("/products", "name=%zz").statusCode()).isEqualTo(400);

        HttpResponse<String> metrics = shop.get("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(metrics.body())
                .contains(
                        "http_requests_total{method=\"GET\",code=\"200\"} 1\n",
                        "http_requests_total{method=\"GET\",code=\"404\"} 2\n",
                        "http_requests_total{method=\"POST\",code=\"400\"} 1\n",
                        "http_request_duration_seconds_bucket{method=\"GET\",code=\"404\",le=\"+Inf\"} 2\n",
                        "http_request_duration_seconds_count{method=\"GET\",code=\"404\"} 2\n");
    }

    @Test
    void cutConnectionsAreReplaced() throws Exception {
        assertThat(shop.get("/health").statusCode()).isEqualTo(200);
        try (Connection connection =
                        EphemeralPostgres.shared().newDatabase().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                    .formatted(database.address().database()));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> shop.get("/health").statusCode() == 200);
    }

    @Test
    void askedToStopItStopsSoon() throws Exception {
        shop.process().destroy();

        assertThat(shop.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(listens()).isFalse();
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", shop.address().getPort())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
