package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the documents, copied and pasted. */
class ExamplesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern GRAPHQL = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CURL_BODY = Pattern.compile("-d '(\\{\"query\":.*?\\})'\\n", Pattern.DOTALL);

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();

    @Test
    void theFirstInstanceOfTheReadmeComesAndGoes() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String body =
                CURL_BODY.matcher(readme).results().findFirst().orElseThrow().group(1);
        JsonNode request = JsonMapper.shared().readTree(body);
        JsonNode payload =
                client.data(request.path("query").asString(), Map.of()).path("provisionInstance");
        String instanceId = payload.path("instance").path("id").asString();
        String operationId = payload.path("operation").path("id").asString();

        List<String> documents = graphQl(readme).stream()
                .map(document ->
                        document.replace("instance:17d1...", instanceId).replace("operation:b7cf...", operationId))
                .toList();
        List<JsonNode> progress = client.subscribe(documents.get(0), Duration.ofSeconds(60));
        assertThat(progress.getLast().at("/operationProgress/state").asString()).isEqualTo("SUCCEEDED");
        assertThat(client.data(documents.get(1), Map.of()).at("/instances/edges"))
                .isNotEmpty();
        assertThat(client.instance(instanceId).path("name").asString()).isEqualTo("my-first-shop");
        JsonNode termination = client.data(documents.get(2), Map.of()).path("terminateInstance");
        client.awaitEnd(termination.path("operation").path("id").asString(), Duration.ofSeconds(60));
        assertThat(client.instance(instanceId).path("status").asString()).isEqualTo("TERMINATED");
    }

    @Test
    void everyDocumentOfTheGuidesIsValid() throws IOException {
        GraphQLSchema schema = keelson.context().getBean(GraphQlSource.class).schema();
        try (var guides = Files.list(ROOT.resolve("docs/guides"))) {
            assertThat(guides.flatMap(guide -> graphQl(read(guide)).stream()))
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(ParseAndValidate.parseAndValidate(
                                            schema,
                                            ExecutionInput.newExecutionInput(document)
                                                    .build())
                                    .getErrors())
                            .as(document)
                            .isEmpty());
        }
    }

    @Test
    void theJobOfTheJobsGuideRunsAndIsSeenInAllItsQueries() throws IOException {
        List<String> documents = graphQl(Files.readString(ROOT.resolve("docs/guides/jobs.md")));
        String create = only(documents, "createJob(")
                .replace("http.request", StoryWork.TYPE)
                .replace("{ method: \"GET\", url: \"https://example.com/\" }", "{ text: \"hello\" }");
        String id = client.data(create, Map.of()).at("/createJob/job/id").asString();

        List<JsonNode> seen = client.subscribe(
                only(documents, "jobChanged(").replaceAll("job:0198[-0-9a-f]+", id), Duration.ofSeconds(20));

        assertThat(seen.getLast().at("/jobChanged/state").asString()).isEqualTo("COMPLETED");
        documents.stream()
                .filter(document -> document.startsWith("{"))
                .map(document -> document.replaceAll("job:0198[-0-9a-f]+", id))
                .forEach(document -> client.data(document, Map.of()));
        client.data(only(documents, "redriveJobs("), Map.of());
        client.data(
                only(documents, "createJobs("), Map.of("jobs", List.of(Map.of("type", StoryWork.TYPE, "priority", 1))));
    }

    @Test
    void theLifeOfAnInstanceGoesAsItsGuideSays() throws IOException {
        List<String> documents = graphQl(Files.readString(ROOT.resolve("docs/guides/lifecycle.md")));
        StoryShops shops = new StoryShops(client);
        String shop = shops.open("guided shop", Map.of());
        for (String document : documents) {
            String backup =
                    shops.read(shop, "backups { id }").at("/backups/0/id").asString("backup:none");
            JsonNode data =
                    client.data(document.replace("instance:17d1...", shop).replace("backup:5e0c...", backup), Map.of());
            String operation = "";
            for (JsonNode answer : data) {
                operation = answer.path("operation").path("id").asString("");
            }
            if (!operation.isEmpty()) {
                JsonNode end = client.awaitEnd(operation, Duration.ofSeconds(90));
                assertThat(end.path("state").asString())
                        .as("%s: %s", document, end)
                        .isEqualTo("SUCCEEDED");
            }
        }
        assertThat(client.instance(shop).path("status").asString()).isEqualTo("TERMINATED");
    }

    private static String only(List<String> documents, String part) {
        assertThat(documents).filteredOn(document -> document.contains(part)).hasSize(1);
        return documents.stream()
                .filter(document -> document.contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReleaseOfTheNpmGuideIsAccepted() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/guides/provision-from-npm.md"));
        JsonNode version = client.data(graphQl(guide).getFirst(), Map.of()).at("/releaseVersion/version");
        assertThat(version.path("status").asString()).isEqualTo("STABLE");
    }

    private static List<String> graphQl(String document) {
        return GRAPHQL.matcher(document)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
