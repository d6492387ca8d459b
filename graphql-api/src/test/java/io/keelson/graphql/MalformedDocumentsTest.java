package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bad input is never a fault of ours. {@code -Dkeelson.seed} repeats a run, {@code -Dkeelson.documents} makes it longer. */
class MalformedDocumentsTest {
    private static final int DOCUMENTS = Integer.getInteger("keelson.documents", 2_000);
    private static final List<String> SEEDS = Stream.of(
                    "provision-instance",
                    "release-version",
                    "list-instances",
                    "register-partner",
                    "operation-progress",
                    "introspection")
            .map(TestApi::stored)
            .toList();
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\"\"\"",
            "$",
            "!",
            ":",
            "...",
            "on",
            "@skip(if: true)",
            "@include(if: $x)",
            "null",
            "true",
            "-1",
            "9999999999999999999999",
            "1e999",
            "0x1F",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\uD800",
            "\uFEFF",
            "#",
            "query",
            "mutation",
            "subscription",
            "fragment F on Query { __typename }",
            "...F",
            "__schema",
            "__type(name: \"Query\")",
            "input",
            "first: -5",
            "first: 2147483648",
            "id: \"x\"",
            "id: {}",
            "é",
            "😀");
    private static final List<Object> VALUES = List.of(
            "",
            "x",
            7,
            -1,
            1.5,
            true,
            "\0",
            "\uD800",
            List.of(),
            List.of(List.of(1)),
            Map.of(),
            Map.of("name", 7),
            Map.of("name", "a", "component", "b", "version", List.of()),
            "'; DROP TABLE x; --",
            "../../etc/passwd",
            Map.of("name", "a", "component", "b", "version", "1.0.0", "configuration", Map.of("settings", 5)));

    @Test
    void noMalformedDocumentBreaksAnything() {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        System.out.println("MalformedDocumentsTest seed " + seed);
        Random random = new Random(seed);
        try (TestApi api = new TestApi()) {
            for (int number = 0; number < DOCUMENTS; number++) {
                attack(api, mutated(random), variables(random), seed);
            }
        }
    }

    private static void attack(TestApi api, String document, Map<String, Object> variables, long seed) {
        if (document.isBlank()) {
            return;
        }
        try {
            var response = api.respond(document, variables, new org.springframework.http.HttpHeaders());
            assertThat(response.getErrors()).allSatisfy(error -> {
                assertThat(error.getExtensions()).containsKeys("code", "requestId", "timestamp");
                assertThat(error.getExtensions().get("code")).isNotEqualTo("INTERNAL_ERROR");
            });
        } catch (RuntimeException | StackOverflowError thrown) {
            fail("seed %d, document %s, variables %s".formatted(seed, document, variables), thrown);
        }
    }

    private static Map<String, Object> variables(Random random) {
        return Map.of(
                "input", VALUES.get(random.nextInt(VALUES.size())),
                "id", VALUES.get(random.nextInt(VALUES.size())),
                "first", VALUES.get(random.nextInt(VALUES.size())),
                "name", VALUES.get(random.nextInt(VALUES.size())),
                "email", VALUES.get(random.nextInt(VALUES.size())));
    }

    private static String mutated(Random random) {
        StringBuilder document = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int changes = random.nextInt(6); changes >= 0 && !document.isEmpty(); changes--) {
            int from = random.nextInt(document.length());
            int to = Math.min(document.length(), from + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> document.delete(from, to);
                case 1 -> document.insert(from, document.substring(from, to));
                case 2 -> document.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                default -> document.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return document.toString();
    }
}
