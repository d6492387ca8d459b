package io.keelson.command.version;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema that a release gives for the settings of its instances; draft 2020-12 unless it names another. */
public final class SettingsSchema {
    private static final String SCHEMA_FIELD = "artifacts.configurationSchema";
    private static final String SETTINGS_FIELD = "configuration";
    private static final int MAXIMUM = 100_000;
    private static final int SHOWN = 300;
    private static final SpecificationVersion DEFAULT_DIALECT = SpecificationVersion.DRAFT_2020_12;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Schema schema;

    private SettingsSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema. Nothing is ever fetched: a reference to another document is refused.
     *
     * @throws RejectedException INVALID_INPUT, field {@code artifacts.configurationSchema}, when it is no JSON Schema
     */
    public static SettingsSchema of(String text) {
        if (text.length() > MAXIMUM) {
            throw noSchema("it has %d characters; at most %d are allowed".formatted(text.length(), MAXIMUM));
        }
        try {
            return new SettingsSchema(read(JSON.readTree(text)));
        } catch (RejectedException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw noSchema("it refers to itself without end");
        } catch (RuntimeException e) {
            // The library has no common type for what it cannot make sense of.
            throw noSchema(shown(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Checks settings.
     *
     * @throws RejectedException CONFIGURATION_NOT_ACCEPTED, with the path of the first wrong value as field
     */
    public void requireAccepted(Map<String, Object> settings) {
        List<Error> errors;
        try {
            errors = schema.validate(JSON.<JsonNode>valueToTree(settings));
        } catch (StackOverflowError e) {
            throw notAccepted(SETTINGS_FIELD, "the schema of the version refers to itself without end");
        }
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            throw notAccepted(field(first), shown(first.getMessage()));
        }
    }

    private static Schema read(JsonNode node) {
        // One registry per schema: a shared one would remember documents by the names that schemas give themselves.
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                DEFAULT_DIALECT, builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
        String dialect = node.path("$schema").asString(DEFAULT_DIALECT.getDialectId());
        List<Error> errors = registry.getSchema(SchemaLocation.of(dialect)).validate(node);
        if (!errors.isEmpty()) {
            throw noSchema(shown(errors.getFirst().toString()));
        }
        Schema schema = registry.getSchema(node);
        schema.initializeValidators();
        // A trial, because a circle of references only shows when it is followed.
        schema.validate(JSON.createObjectNode());
        return schema;
    }

    private static String field(Error error) {
        NodePath path = error.getInstanceLocation();
        Stream<String> names = IntStream.range(0, path.getNameCount()).mapToObj(path::getName);
        Stream<String> property = Stream.ofNullable(error.getProperty());
        return Stream.of(Stream.of(SETTINGS_FIELD), names, property)
                .flatMap(part -> part)
                .map(SettingsSchema::shown)
                .collect(Collectors.joining("."));
    }

    private static RejectedException noSchema(String why) {
        return RejectedException.invalid(SCHEMA_FIELD, "The configuration schema is not usable: %s.".formatted(why));
    }

    private static RejectedException notAccepted(String field, String why) {
        return new RejectedException(
                ErrorCode.CONFIGURATION_NOT_ACCEPTED, field, "%s is not accepted: %s.".formatted(field, why));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
