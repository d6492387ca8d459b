package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the mutation to a page in the browser, and back to nothing. */
class ProvisioningStoryTest {
    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();

    @Test
    void aShopIsProvisionedServesStoresAndIsTerminated() throws Exception {
        JsonNode payload = client.provision("story shop", "1.0.0");
        String instanceId = payload.path("instance").path("id").asString();

        JsonNode operation =
                client.awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(60));
        assertThat(operation.path("state").asString()).as("%s", operation).isEqualTo("SUCCEEDED");
        assertThat(operation.path("progress").asInt()).isEqualTo(100);

        JsonNode instance = client.instance(instanceId);
        assertThat(instance.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(instance.path("health").asString()).isEqualTo("HEALTHY");
        String url = instance.path("url").asString();
        assertThat(client.get(url + "/version").body()).contains("1.0.0");
        assertThat(client.get(url + "/").statusCode()).isEqualTo(200);
        assertThat(keelson.leftovers(instanceId)).isNotEmpty();

        JsonNode termination = client.terminate(instanceId);
        String terminationId = termination.path("operation").path("id").asString();
        assertThat(client.awaitEnd(terminationId, Duration.ofSeconds(60))
                        .path("state")
                        .asString())
                .isEqualTo("SUCCEEDED");
        assertThat(client.instance(instanceId).path("status").asString()).isEqualTo("TERMINATED");
        assertThat(keelson.leftovers(instanceId)).isEmpty();

        JsonNode again = client.terminate(instanceId);
        assertThat(again.path("operation").path("id").asString()).isEqualTo(terminationId);
    }

    @Test
    void stepsGoByInTheOrderOfTheWorkflow() {
        JsonNode payload = client.provision("ordered shop", "1.1.0");
        JsonNode operation =
                client.awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(60));

        List<Instant> started = IntStream.range(0, operation.path("steps").size())
                .mapToObj(i -> operation.path("steps").get(i).path("startedAt").asString())
                .map(Instant::parse)
                .toList();
        assertThat(started).isSorted().hasSize(18);
        assertThat(operation.path("steps").valueStream().map(step -> step.path("state")
                        .asString()))
                .containsOnly("SUCCEEDED", "SKIPPED");
    }

    @Test
    void aReleaseWhoseHealthCheckFailsIsTakenBackWhole() throws Exception {
        JsonNode payload = client.provision("sick shop", "1.2.0");
        String instanceId = payload.path("instance").path("id").asString();

        JsonNode operation =
                client.awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(90));
        assertThat(operation.path("state").asString()).as("%s", operation).isEqualTo("ROLLED_BACK");
        JsonNode instance = client.instance(instanceId);
        assertThat(instance.path("status").asString()).isEqualTo("FAILED");
        assertThat(instance.path("lastError").path("code").asString()).isEqualTo("HEALTH_CHECK_FAILED");
        assertThat(keelson.leftovers(instanceId)).isEmpty();

        JsonNode sameName = client.provision("sick shop", "1.0.0");
        assertThat(client.awaitEnd(sameName.path("operation").path("id").asString(), Duration.ofSeconds(60))
                        .path("state")
                        .asString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void oneIdempotencyKeyMakesOneInstance() {
        String document = """
            mutation($input: ProvisionInstanceInput!) {
              provisionInstance(input: $input) { instance { id } operation { id } }
            }
            """;
        Map<String, ?> variables =
                Map.of("input", Map.of("name", "once only", "component", "storefront", "version", "1.0.0"));
        List<JsonNode> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> client.send(document, variables, "Idempotency-Key", "story-once-only"))
                .toList();

        assertThat(answers.stream().distinct()).as("%s", answers).hasSize(1);
        JsonNode payload = answers.getFirst().path("data").path("provisionInstance");
        client.awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(60));
    }
}
