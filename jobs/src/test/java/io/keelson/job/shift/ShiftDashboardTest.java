package io.keelson.job.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.JobsDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftDashboardTest {
    private final JobsDatabase database = new JobsDatabase();
    private final ShiftDashboard dashboard =
            new ShiftDashboard(database.dataSource(), 0, "keelson", "correct horse battery");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        dashboard.start();
    }

    @AfterEach
    void close() {
        dashboard.stop();
        database.close();
    }

    @Test
    void itListensOnTheLoopbackInterfaceOnly() {
        assertThat(dashboard.address().getAddress().isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard", "/api/servers", "/api/jobs?state=ENQUEUED", "/sse/jobstats"})
    void nothingIsShownWithoutThePassword(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(401);
        assertThat(get(path, "keelson:wrong").statusCode()).isEqualTo(401);
        assertThat(get(path, "keelson:correct horse battery!").statusCode()).isEqualTo(401);
    }

    @Test
    void withThePasswordItShowsTheServers() throws Exception {
        HttpResponse<String> servers = get("/api/servers", "keelson:correct horse battery");

        assertThat(servers.statusCode()).isEqualTo(200);
        assertThat(servers.body()).isEqualTo("[]");
    }

    @Test
    void itTellsNobodyAnything() throws Exception {
        HttpResponse<String> version = get("/api/version", "keelson:correct horse battery");

        assertThat(version.body().replace(" ", "")).contains("\"allowAnonymousDataUsage\":false");
    }

    private HttpResponse<String> get(String path, String credentials) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + dashboard.address().getPort() + path))
                .timeout(Duration.ofSeconds(10));
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
