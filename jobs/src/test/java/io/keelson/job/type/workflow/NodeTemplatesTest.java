package io.keelson.job.type.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeTemplatesTest {
    private static final JsonNode RESULT = json("""
            {"id": 7, "text": "a $1 b", "list": [{"name": "first"}], "a.b": {"c/d": true}, "none": null}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"${n.result.id}\"              | 7",
                "\"id ${n.result.id}!\"          | \"id 7!\"",
                "\"${n.result.text}\"            | \"a $1 b\"",
                "\"<${n.result.text}>\"          | \"<a $1 b>\"",
                "\"${n.result.list.0.name}\"     | \"first\"",
                "\"${n.result/list/0/name}\"     | \"first\"",
                "\"${n.result/a.b/c~1d}\"        | true",
                "\"${n.result.none}\"            | null",
                "\"${n.result.list}\"            | [{\"name\":\"first\"}]",
                "[\"x\", {\"y\": \"${n.result.id}\"}] | [\"x\",{\"y\":7}]",
                "\"${secret:n}\"                 | \"${secret:n}\"",
                "\"$n.result\"                   | \"$n.result\"",
                "5                               | 5"
            })
    void resultsTakeTheirPlaces(String template, String filled) throws Exception {
        assertThat(NodeTemplates.fill(json(template), Map.of("n", RESULT))).isEqualTo(json(filled));
    }

    @Test
    void whatAResultDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> NodeTemplates.fill(json("\"${n.result.missing}\""), Map.of("n", RESULT)))
                .isInstanceOf(NodeTemplates.UnresolvedTemplate.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aResultIsNotReadAsATemplateAgain() throws Exception {
        JsonNode hostile = json("{\"x\": \"${n.result.secret}\", \"secret\": \"s\"}");

        assertThat(NodeTemplates.fill(json("\"${n.result.x}\""), Map.of("n", hostile)))
                .isEqualTo(json("\"${n.result.secret}\""));
    }

    @Test
    void theNodesOfATemplateAreFoundAtAnyDepth() {
        assertThat(NodeTemplates.nodesIn(json("{\"a\": [\"${x.result} ${y.result.z}\", {\"b\": \"${q.result/1}\"}]}")))
                .containsExactlyInAnyOrder("x", "y", "q");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
