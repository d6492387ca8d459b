package io.keelson.app.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.app.KeelsonApplication;
import io.keelson.app.story.GraphQlClient;
import io.keelson.job.queue.JobNode;
import io.keelson.job.supervisor.Supervisor;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/** Each role starts what it needs and nothing else, all of them on one database. */
class RolesTest {
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final PostgresAddress database =
            EphemeralPostgres.shared().newDatabase().address();

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        nodes.reversed().forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aWorkerServesItsHealthAndFiguresOnlyAndReadsNoEvents() {
        ConfigurableApplicationContext node = node("worker");

        assertThat(node.getBeanProvider(GraphQlSource.class)).isEmpty();
        assertThat(node.getBeanProvider(Supervisor.class)).isEmpty();
        assertThat(node.getBean(JobNode.class).isRunning()).isTrue();
        assertThat(running(node)).containsExactly("directory");
        GraphQlClient client = client(node);
        assertThat(client.get("/graphql").statusCode()).isEqualTo(404);
        assertThat(client.get("/graphiql").statusCode()).isEqualTo(404);
        assertThat(client.get("/graphiql/index.html").statusCode()).isEqualTo(404);
        assertThat(client.get("/").statusCode()).isEqualTo(404);
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/metrics").body())
                .contains("keelson_jobs_backlog_per_lane", "keelson_workers_live", "keelson_jobs_lanes");
    }

    @Test
    void anApiRunsNoJobsAndReadsNoEventsAndAProjectorDoesTheRest() {
        ConfigurableApplicationContext api = node("api");
        assertThat(api.getBeanProvider(JobNode.class)).isEmpty();
        assertThat(running(api)).containsExactly("directory");

        ConfigurableApplicationContext projector = node("projector");
        assertThat(projector.getBeanProvider(JobNode.class)).isEmpty();
        assertThat(projector.getBeanProvider(GraphQlSource.class)).isEmpty();
        assertThat(running(projector))
                .contains("partner-projection", "provisioning-saga", "step-launcher", "directory");
        assertThat(client(projector).get("/graphql").statusCode()).isEqualTo(404);

        GraphQlClient client = client(api);
        String registered = client.data(
                        "mutation { registerPartner(input: { name: \"Acme\", email: \"a@acme.example\" }) { partner { name } } }",
                        Map.of())
                .toString();
        assertThat(registered).contains("Acme");
        assertThat(client.data("{ workers { totalCount } }", Map.of())
                        .path("workers")
                        .path("totalCount")
                        .asInt())
                .isZero();

        node("worker");
        await().atMost(30, SECONDS).until(() -> client.data("{ workers { edges { node { state roles } } } }", Map.of())
                .toString()
                .contains("{\"state\":\"RUNNING\",\"roles\":[\"WORKER\"]}"));
    }

    @Test
    void aRoleThatIsNoneStopsTheStart() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> node("boss")))
                .isNotNull()
                .hasStackTraceContaining("keelson.roles");
    }

    private ConfigurableApplicationContext node(String roles) {
        ConfigurableApplicationContext node = SpringApplication.run(
                KeelsonApplication.class,
                "--keelson.home=" + home(roles),
                "--keelson.roles=" + roles,
                "--keelson.samples=false",
                "--keelson.database.url=postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.database()),
                "--keelson.database.username=" + database.user(),
                "--keelson.database.password=" + database.password(),
                "--keelson.database.connections=10",
                "--keelson.database.allow-unsafe-durability=true",
                "--server.port=0");
        nodes.add(node);
        return node;
    }

    private Path home(String roles) {
        try {
            return Files.createDirectories(home.resolve(roles));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> running(ConfigurableApplicationContext node) {
        return node.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(EventProcessor::isRunning)
                .map(EventProcessor::getName)
                .toList();
    }

    private static GraphQlClient client(ConfigurableApplicationContext node) {
        int port = ((WebServerApplicationContext) node).getWebServer().getPort();
        return new GraphQlClient(URI.create("http://127.0.0.1:" + port));
    }
}
