package io.keelson.benchmark.life;

import io.keelson.benchmark.node.GraphQl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Instances of the sample, asked for the same at the same time. */
final class Fleet {
    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED", "ROLLED_BACK", "CANCELLED");
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final GraphQl client;
    private final List<String> instances = new ArrayList<>();

    Fleet(GraphQl client) {
        this.client = client;
    }

    /** Builds so many; answers what did not succeed. */
    List<String> provision(int size) throws Exception {
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Object> input = Map.of(
                    "name",
                    "fleet-" + i,
                    "component",
                    "storefront",
                    "version",
                    "1.0.0",
                    "resources",
                    Map.of("cpu", "500m", "memory", "256Mi", "storage", "256Mi"),
                    "tags",
                    List.of("fleet"));
            requests.add(() -> {
                JsonNode payload = ask("provisionInstance", input, "instance { id } operation { id }");
                synchronized (instances) {
                    instances.add(payload.path("instance").path("id").asString());
                }
                return payload.path("operation").path("id").asString();
            });
        }
        return failures(atOnce(requests));
    }

    /** Asks the same of all; answers what did not succeed. */
    List<String> operate(Deed deed) throws Exception {
        Map<String, String> backups = deed == Deed.RESTORE ? backups() : Map.of();
        return failures(atOnce(instances.stream()
                .<Callable<String>>map(id ->
                        () -> ask(deed.mutation(), deed.inputFor(id, backups.getOrDefault(id, "")), "operation { id }")
                                .path("operation")
                                .path("id")
                                .asString())
                .toList()));
    }

    /** Their ids, in no order. */
    List<String> instances() {
        return List.copyOf(instances);
    }

    /** How many serve: active, and their page answers with its version. */
    int serving() throws InterruptedException {
        int serving = 0;
        for (JsonNode edge : list("id url status")) {
            serving += edge.path("node").path("status").asString().equals("ACTIVE")
                            && Page.answers(edge.path("node").path("url").asString())
                    ? 1
                    : 0;
        }
        return serving;
    }

    private Map<String, String> backups() throws InterruptedException {
        Map<String, String> backups = new HashMap<>();
        for (JsonNode edge : list("id backups { id }")) {
            backups.put(
                    edge.path("node").path("id").asString(),
                    edge.at("/node/backups/0/id").asString(""));
        }
        return backups;
    }

    private JsonNode list(String fields) throws InterruptedException {
        return client.data("{ instances(first: 200, filter: { tag: \"fleet\" }) { edges { node { %s } } } }"
                        .formatted(fields))
                .path("instances")
                .path("edges");
    }

    private JsonNode ask(String mutation, Map<String, ?> input, String selection) throws InterruptedException {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        String document = "mutation($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, selection);
        return client.data(document, Map.of("input", input)).path(mutation);
    }

    private List<String> failures(List<String> operations) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String operation : operations) {
            JsonNode last = operation(operation);
            while (!OVER.contains(last.path("state").asString()) && System.nanoTime() < end) {
                Thread.sleep(LOOK);
                last = operation(operation);
            }
            if (!last.path("state").asString().equals("SUCCEEDED")) {
                failures.add("%s: %s, %s"
                        .formatted(
                                operation,
                                last.path("state").asString(),
                                last.path("message").asString()));
            }
        }
        return failures;
    }

    private JsonNode operation(String id) throws InterruptedException {
        return client.data("query($id: ID!) { operation(id: $id) { state message } }", Map.of("id", id))
                .path("operation");
    }

    private static List<String> atOnce(List<Callable<String>> requests) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
