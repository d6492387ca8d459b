package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentLimitsTest {
    private static TestApi api;

    @BeforeAll
    static void start() {
        api = new TestApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void graphiqlCanLookAtTheSchema() {
        TestApi.Reply reply = api.askStored("introspection", Map.of()).withoutErrors();

        assertThat(reply.<List<String>>at("$.data.__schema.types[*].name")).contains("Instance", "DateTime");
    }

    @Test
    void aDocumentMayHave64KiB() {
        api.ask("{ partners { totalCount } }" + "#".repeat(64 * 1024 - 27)).withoutErrors();

        assertThat(refusal("{ partners { totalCount } }" + "#".repeat(64 * 1024 - 26)))
                .contains("bytes");
    }

    @Test
    void aDocumentMayHave2000Tokens() {
        assertThat(refusal("{ " + "__typename ".repeat(2_000) + "}")).contains("tokens");
    }

    @Test
    void anOperationMayBe12Deep() {
        api.ask(nested(12)).withoutErrors();

        assertThat(refusal(nested(13))).contains("13 fields deep");
    }

    @Test
    void fragmentsDoNotHideDepth() {
        String spread = "query { operations { edges { node { ...O } } } } fragment O on Operation { instance { ...I } }"
                + " fragment I on Instance { activeOperation { instance { activeOperation { instance {"
                + " activeOperation { instance { activeOperation { instance { id } } } } } } } } }";

        assertThat(refusal(spread)).contains("fields deep");
    }

    @Test
    void anOperationMayHave30Aliases() {
        api.ask(aliases(30)).withoutErrors();

        assertThat(refusal(aliases(31))).contains("31 aliases");
    }

    @Test
    void costGrowsWithTheSizeOfConnections() {
        api.ask("{ instances(first: 200) { edges { node { id name status activeOperation { id state } } } } }")
                .withoutErrors();

        assertThat(refusal("""
                { instances(first: 200) { edges { node {
                  partner { id } tenant { id } activeOperation { id instance { id } }
                } } } }""")).contains("costs");
        assertThat(refusal(
                        "query($n: Int) { instances(first: $n) { edges { node { partner { id } tenant { id } activeOperation { id instance { id } } } } } }",
                        Map.of("n", 200)))
                .contains("costs");
    }

    @Test
    void nestedSpreadsAreRefusedWithoutBeingFollowed() {
        int levels = 60;
        String chain = IntStream.range(0, levels)
                .mapToObj(level -> "fragment F%d on Query { ...F%d ...F%d }".formatted(level, level + 1, level + 1))
                .collect(Collectors.joining(" "));
        String document = "{ ...F0 } " + chain + " fragment F" + levels + " on Query { __typename }";

        String message = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(document));

        assertThat(message).contains("fragments");
    }

    @Test
    void introspectionHasABoundOfItsOwn() {
        String twice = "{ a: __schema { types { name } } b: __schema { types { name } } }";
        assertThat(refusal(twice)).contains("good faith");
    }

    @Test
    void aDocumentOverWhichTheLibraryStumblesIsRefused() {
        assertThat(refusal("subscription($x: Boolean!) { operationProgress(id: \"x\") @include(if: $x) { id } }"))
                .contains("@include");
    }

    @Test
    void aFragmentThatContainsItselfIsRefused() {
        assertThat(refusal("{ ...A } fragment A on Query { ...A }")).isNotBlank();
    }

    private static String nested(int depth) {
        StringBuilder document = new StringBuilder("{ operations { edges { node ");
        for (int level = 4; level < depth; level++) {
            document.append(level % 2 == 0 ? "{ instance " : "{ activeOperation ");
        }
        return document.append("{ id ").append("}".repeat(depth)).toString();
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "a" + number + ": partners { totalCount }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String refusal(String document) {
        return refusal(document, Map.of());
    }

    private static String refusal(String document, Map<String, Object> variables) {
        TestApi.Reply reply = api.ask(document, variables);
        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        return reply.at("$.errors[0].message");
    }
}
