package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The schema as a contract. After a wanted addition, {@code mvn test -Dtest=SchemaTest -Dkeelson.schema.write} writes the
 * stored copy anew; a breaking change fails even then, until somebody deletes the copy on purpose.
 */
class SchemaTest {
    private static final Path STORED = Path.of("src/test/resources/schema.graphqls");
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
    void everyFieldAndArgumentIsServed() {
        api.schema();

        assertThat(api.report.get().unmappedFields()).isEmpty();
        assertThat(api.report.get().unmappedArguments()).isEmpty();
        assertThat(api.report.get().unmappedRegistrations()).isEmpty();
    }

    @Test
    void everyTypeFieldArgumentAndValueIsDescribed() {
        List<String> undescribed = new ArrayList<>();
        for (GraphQLNamedType type : ownTypes(api.schema())) {
            note(undescribed, type.getName(), type);
            switch (type) {
                case GraphQLObjectType object ->
                    object.getFieldDefinitions().forEach(field -> noteField(undescribed, object, field));
                case GraphQLInputObjectType input ->
                    input.getFieldDefinitions().forEach(field -> note(undescribed, type.getName(), field));
                case GraphQLEnumType values ->
                    values.getValues().forEach(value -> note(undescribed, type.getName(), value));
                default -> {}
            }
        }

        assertThat(undescribed).isEmpty();
    }

    @Test
    void nothingThatCallersRelyOnIsTakenAway() throws IOException {
        GraphQLSchema now = api.schema();
        if (Files.exists(STORED)) {
            assertThat(breakages(storedText(), now)).isEmpty();
        }
        if (System.getProperty("keelson.schema.write") != null) {
            Files.writeString(STORED, print(now));
        }

        assertThat(storedText())
                .as("the stored copy, see the comment of this class")
                .isEqualTo(print(now));
    }

    @Test
    void aMissingFieldWouldBeNoticed() throws IOException {
        String richer = storedText().replace("type Partner {", "type Partner {\n  motto: String");

        assertThat(breakages(richer, api.schema()))
                .extracting(DiffEvent::getFieldName)
                .contains("motto");
    }

    private static List<DiffEvent> breakages(String before, GraphQLSchema now) {
        GraphQLSchema old = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(before));
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromIntrospection(old, now), reporter);
        return reporter.getBreakages();
    }

    private static String storedText() throws IOException {
        return Files.readString(STORED);
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectiveDefinitions(false))
                .print(schema);
    }

    private static List<GraphQLNamedType> ownTypes(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .filter(type ->
                        !(type instanceof GraphQLScalarType && ScalarInfo.isGraphqlSpecifiedScalar(type.getName())))
                .toList();
    }

    private static void noteField(List<String> undescribed, GraphQLObjectType type, GraphQLFieldDefinition field) {
        note(undescribed, type.getName(), field);
        for (GraphQLArgument argument : field.getArguments()) {
            note(undescribed, type.getName() + "." + field.getName(), argument);
        }
    }

    private static void note(List<String> undescribed, String place, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            undescribed.add(place + "." + element.getName());
        }
    }
}
