package io.keelson.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema; draft 2020-12 unless it names another. Safe for use by several threads. */
public final class JsonSchema {
    private static final int MAXIMUM = 100_000;
    private static final int SHOWN = 300;
    private static final SpecificationVersion DEFAULT_DIALECT = SpecificationVersion.DRAFT_2020_12;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ENDLESS = "it refers to itself without end";

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads a schema of at most 100,000 characters. Nothing is ever fetched: a reference to another document fails. */
    public static JsonSchema of(String text) throws UnusableSchemaException {
        if (text.length() > MAXIMUM) {
            throw new UnusableSchemaException(
                    "it has %d characters; at most %d are allowed".formatted(text.length(), MAXIMUM));
        }
        try {
            return new JsonSchema(read(JSON.readTree(text)));
        } catch (StackOverflowError e) {
            throw new UnusableSchemaException(ENDLESS);
        } catch (RuntimeException e) {
            // The library has no common type for what it cannot make sense of.
            throw new UnusableSchemaException(shown(String.valueOf(e.getMessage())));
        }
    }

    /** The first thing that is wrong with {@code value}, or nothing. */
    public Optional<SchemaViolation> violation(JsonNode value) {
        try {
            return schema.validate(value).stream().findFirst().map(JsonSchema::told);
        } catch (StackOverflowError e) {
            return Optional.of(new SchemaViolation(List.of(), "the schema refers to itself without end"));
        }
    }

    private static Schema read(JsonNode node) throws UnusableSchemaException {
        // One registry per schema: a shared one would remember documents by the names that schemas give themselves.
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                DEFAULT_DIALECT, builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
        String dialect = node.path("$schema").asString(DEFAULT_DIALECT.getDialectId());
        List<Error> errors = registry.getSchema(SchemaLocation.of(dialect)).validate(node);
        if (!errors.isEmpty()) {
            throw new UnusableSchemaException(shown(errors.getFirst().toString()));
        }
        Schema schema = registry.getSchema(node);
        schema.initializeValidators();
        // A trial, because a circle of references only shows when it is followed.
        schema.validate(JSON.createObjectNode());
        return schema;
    }

    private static SchemaViolation told(Error error) {
        NodePath path = error.getInstanceLocation();
        Stream<String> names = IntStream.range(0, path.getNameCount()).mapToObj(path::getName);
        Stream<String> property = Stream.ofNullable(error.getProperty());
        return new SchemaViolation(
                Stream.concat(names, property).map(JsonSchema::shown).toList(), shown(error.getMessage()));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
