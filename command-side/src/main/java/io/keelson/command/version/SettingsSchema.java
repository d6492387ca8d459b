package io.keelson.command.version;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.schema.JsonSchema;
import io.keelson.schema.UnusableSchemaException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema that a release gives for the settings of its instances; draft 2020-12 unless it names another. */
public final class SettingsSchema {
    private static final String SCHEMA_FIELD = "artifacts.configurationSchema";
    private static final String SETTINGS_FIELD = "configuration";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonSchema schema;

    private SettingsSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema. Nothing is ever fetched: a reference to another document is refused.
     *
     * @throws RejectedException INVALID_INPUT, field {@code artifacts.configurationSchema}, when it is no JSON Schema
     */
    public static SettingsSchema of(String text) {
        try {
            return new SettingsSchema(JsonSchema.of(text));
        } catch (UnusableSchemaException e) {
            throw RejectedException.invalid(
                    SCHEMA_FIELD, "The configuration schema is not usable: %s.".formatted(e.why()));
        }
    }

    /**
     * Checks settings.
     *
     * @throws RejectedException CONFIGURATION_NOT_ACCEPTED, with the path of the first wrong value as field
     */
    public void requireAccepted(Map<String, Object> settings) {
        schema.violation(JSON.<JsonNode>valueToTree(settings)).ifPresent(violation -> {
            String field = violation.below(SETTINGS_FIELD);
            throw new RejectedException(
                    ErrorCode.CONFIGURATION_NOT_ACCEPTED,
                    field,
                    "%s is not accepted: %s.".formatted(field, violation.message()));
        });
    }
}
