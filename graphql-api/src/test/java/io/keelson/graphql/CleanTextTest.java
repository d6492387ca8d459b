package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    private static final String SEARCH = "query($filter: PartnerFilter) { partners(filter: $filter) { totalCount } }";
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void charactersThatCannotBeStoredAreRefusedAndNamed() {
        assertThat(field(Map.of("filter", Map.of("nameContains", "a\0b")))).isEqualTo("filter.nameContains");
        assertThat(field(Map.of("filter", Map.of("nameContains", "\uD800")))).isEqualTo("filter.nameContains");
        assertThat(field(Map.of("input", Map.of("list", List.of("\uDC00"))))).isEqualTo("list");
        assertThat(api.platform.queries).isEmpty();
    }

    @Test
    void literalsAreNoWayRound() {
        TestApi.Reply reply = api.ask("{ partners(filter: { nameContains: \"a\\u0000\" }) { totalCount } }");

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void wholePairsPass() {
        api.ask(SEARCH, Map.of("filter", Map.of("nameContains", "\uD83D\uDE00")))
                .withoutErrors();
    }

    @Test
    void valuesNestedWithoutEndAreRefused() {
        Object nested = "x";
        for (int level = 0; level < 5_000; level++) {
            nested = List.of(nested);
        }

        assertThat(field(Map.of("filter", nested))).isEqualTo("variables");
    }

    private String field(Map<String, Object> variables) {
        return api.ask(SEARCH, variables).at("$.errors[0].extensions.details.field");
    }
}
