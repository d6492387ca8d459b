package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keelson.app.KeelsonApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The axon-server way of running, against the Axon Server that the environment variable {@code AXON_SERVER} names. */
class AxonServerStoryTest {
    private static final String SKIPPED = """
            ======================================================================================
            SKIPPED: the axon-server way of running was NOT tested, because the environment
            variable AXON_SERVER names no server. Set it to host:8124 of an empty Axon Server.
            ======================================================================================
            """;

    @TempDir
    Path home;

    @Test
    void anInstanceIsProvisionedWithItsEventsInAxonServer() {
        String server = System.getenv("AXON_SERVER");
        if (server == null) {
            System.out.println(SKIPPED);
        }
        assumeTrue(server != null, "AXON_SERVER names no server");

        try (ConfigurableApplicationContext context = SpringApplication.run(
                KeelsonApplication.class,
                "--keelson.home=" + home,
                "--keelson.process-driver.first-port=31200",
                "--keelson.process-driver.last-port=31209",
                "--axon.axonserver.enabled=true",
                "--axon.axonserver.servers=" + server,
                "--server.port=0")) {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            GraphQlClient client = new GraphQlClient(URI.create("http://127.0.0.1:" + port));
            JsonNode payload = client.provision("axon server shop", "1.0.0");
            String operationId = payload.path("operation").path("id").asString();
            assertThat(client.awaitEnd(operationId, Duration.ofSeconds(120))
                            .path("state")
                            .asString())
                    .isEqualTo("SUCCEEDED");
            JsonNode termination =
                    client.terminate(payload.path("instance").path("id").asString());
            client.awaitEnd(termination.path("operation").path("id").asString(), Duration.ofSeconds(120));
        }
    }
}
