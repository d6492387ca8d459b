package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders placeholders =
            new Placeholders(Map.of("port", "8080", "databasePassword", "a$1\\b{port}"));

    @Test
    void everyOccurrenceIsFilled() {
        assertThat(placeholders.fill(List.of("--port={port}", "{port}:{port}")))
                .containsExactly("--port=8080", "8080:8080");
    }

    @Test
    void aValueIsTakenAsItIs() {
        assertThat(placeholders.fill("{databasePassword}")).isEqualTo("a$1\\b{port}");
    }

    @Test
    void otherBracesAreLeftAlone() {
        assertThat(placeholders.fill("{\"port\": {unknown}, {}}")).isEqualTo("{\"port\": {unknown}, {}}");
    }

    @Test
    void theTextFormShowsNoValue() {
        assertThat(placeholders.toString()).contains("databasePassword").doesNotContain("a$1");
    }
}
