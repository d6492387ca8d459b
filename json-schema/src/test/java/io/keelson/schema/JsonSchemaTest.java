package io.keelson.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMA = """
        {"type": "object", "properties": {"to": {"type": "array", "items": {"type": "string"}}},
         "required": ["to"], "additionalProperties": false}\
        """;

    @Test
    void whatFitsHasNoViolation() throws UnusableSchemaException {
        assertThat(JsonSchema.of(SCHEMA).violation(JSON.readTree("{\"to\": [\"a\"]}")))
                .isEmpty();
    }

    @Test
    void theFirstWrongPartIsNamedByItsPath() throws UnusableSchemaException {
        assertThat(below("{\"to\": [\"a\", 1]}")).isEqualTo("payload.to.1");
        assertThat(below("{}")).isEqualTo("payload.to");
        assertThat(below("{\"to\": [], \"cc\": 1}")).isEqualTo("payload.cc");
        assertThat(below("[]")).isEqualTo("payload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"type\": \"nonsense\"}",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"file:///etc/passwd\"}"
            })
    void whatCannotBeAppliedIsUnusable(String text) {
        assertThatThrownBy(() -> JsonSchema.of(text)).isInstanceOf(UnusableSchemaException.class);
    }

    private static String below(String json) throws UnusableSchemaException {
        return JsonSchema.of(SCHEMA)
                .violation(JSON.readTree(json))
                .orElseThrow()
                .below("payload");
    }
}
