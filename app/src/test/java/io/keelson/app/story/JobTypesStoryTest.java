package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The types of jobs in the whole application: real queries, a real instance, a real download. */
class JobTypesStoryTest {
    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final JdbcClient jdbc = keelson.context().getBean(JdbcClient.class);

    @Test
    void aWorkflowReportsAnInstanceAndRunsACommandInIt() throws Exception {
        JsonNode provisioned = client.provision("job-types-shop", "1.0.0");
        client.awaitEnd(provisioned.path("operation").path("id").asString(), Duration.ofSeconds(60));
        String instance = provisioned.path("instance").path("id").asString();

        UUID job = submit(
                "workflow",
                Map.of(
                        "nodes",
                        List.of(
                                Map.of(
                                        "name",
                                        "look",
                                        "type",
                                        "instance.command",
                                        "payload",
                                        Map.of(
                                                "instanceId",
                                                instance,
                                                "command",
                                                List.of("/bin/sh", "-c", "echo $KEELSON_VERSION"))),
                                Map.of(
                                        "name",
                                        "report",
                                        "type",
                                        "report.csv",
                                        "dependsOn",
                                        List.of("look"),
                                        "payload",
                                        Map.of(
                                                "query", "instances",
                                                "filter", Map.of("nameContains", "job-types-shop"),
                                                "columns", List.of("id", "name", "status", "version"))))));
        JsonNode result = end(job);

        assertThat(result.at("/nodes/look/result/lines").asInt()).isEqualTo(1);
        assertThat(log(UUID.fromString(result.at("/nodes/look/job").asString())))
                .contains("1.0.0");
        String report = result.at("/nodes/report/result/report").asString();
        HttpResponse<byte[]> file = get("/reports/" + report);
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .isEqualTo("id,name,status,version\r\n%s,job-types-shop,ACTIVE,1.0.0\r\n".formatted(instance));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.body())))
                .isEqualTo(result.at("/nodes/report/result/sha256").asString());
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"report-%s.csv\"".formatted(report));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(get("/reports/job:" + report).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances", "jobs", "operations", "partners", "tenants", "versions"})
    void everyQueryBecomesAReport(String query) {
        JsonNode result = end(submit("report.csv", Map.of("query", query)));

        assertThat(result.path("bytes").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vacuum-job-queue",
                "analyze-job-queue",
                "reindex-job-queue",
                "prune-job-logs",
                "vacuum-event-store",
                "vacuum-read-model",
                "prune-idempotency-answers"
            })
    void everyTaskOfMaintenanceFitsTheTables(String task) {
        assertThat(end(submit("platform.maintenance", Map.of("task", task)))
                        .path("task")
                        .asString())
                .isEqualTo(task);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports/0198c0de-0000-7000-8000-000000000001", "/reports/..%2fkeelson.json", "/reports/x"})
    void whatIsNoFinishedReportIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    private UUID submit(String type, Map<String, ?> payload) {
        JobHandler handler = keelson.context().getBeansOfType(JobHandler.class).values().stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow();
        String json = JsonMapper.shared().writeValueAsString(payload);
        handler.validate(json);
        return keelson.context()
                .getBean(JobQueue.class)
                .enqueue(NewJob.of(type, json, handler.defaults()))
                .id();
    }

    private JsonNode end(UUID job) {
        await().atMost(Duration.ofSeconds(60)).until(() -> status(job), status -> status >= 3 && status <= 5);
        assertThat(status(job))
                .as(() -> jdbc.sql("select last_error from jobs.platform_job where id = ?")
                        .param(job)
                        .query(String.class)
                        .list()
                        .toString())
                .isEqualTo(3);
        return JsonMapper.shared()
                .readTree(jdbc.sql("select cast(result as text) from jobs.platform_job where id = ?")
                        .param(job)
                        .query(String.class)
                        .single());
    }

    private int status(UUID job) {
        return jdbc.sql("select status from jobs.platform_job where id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    private List<String> log(UUID job) {
        return jdbc.sql("select line from jobs.platform_job_log where job_id = ? order by seq")
                .param(job)
                .query(String.class)
                .list();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(client.base().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
