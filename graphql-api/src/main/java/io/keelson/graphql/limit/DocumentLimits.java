package io.keelson.graphql.limit;

import graphql.ExecutionInput;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.validation.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses documents that ask for too much, before they are validated: 64 KiB, 2,000 tokens, depth 12, cost 1,000 (see
 * {@link DocumentWeight}) and 30 aliases. An operation that only looks at the schema, as GraphiQL sends it, may be
 * deeper; for it counts the number of its fields, and graphql-java allows each list of the schema once.
 */
public final class DocumentLimits extends SimplePerformantInstrumentation {
    /** How documents are read. */
    public static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .maxCharacters(DocumentLimits.MAXIMUM_BYTES)
            .maxTokens(2_000)
            .maxWhitespaceTokens(20_000)
            .maxRuleDepth(200)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();

    /** Largest document. */
    public static final int MAXIMUM_BYTES = 64 * 1024;

    private static final int MAXIMUM_DEPTH = 12;
    private static final long MAXIMUM_COST = 1_000;
    private static final long TENTHS = 10;
    private static final int MAXIMUM_ALIASES = 30;
    private static final int MAXIMUM_SELECTIONS = 2_000;

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        int bytes = input.getQuery().getBytes(StandardCharsets.UTF_8).length;
        refuseAbove(MAXIMUM_BYTES, bytes, "The document has %d bytes; at most %d are allowed.");
        input.getGraphQLContext().put(ParserOptions.class, PARSER);
        return input;
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        Document document = parameters.getDocument();
        DocumentWeight scales =
                new DocumentWeight(document, parameters.getExecutionInput().getVariables());
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            check(scales.of(operation), looksAtSchemaOnly(operation));
        }
        return SimpleInstrumentationContext.noOp();
    }

    private static void check(Weight weight, boolean schemaOnly) {
        refuseAbove(
                MAXIMUM_SELECTIONS,
                weight.selections(),
                "The operation has %d fields when its fragments are spread; at most %d are allowed.");
        refuseAbove(MAXIMUM_ALIASES, weight.aliases(), "The operation has %d aliases; at most %d are allowed.");
        if (!schemaOnly) {
            refuseAbove(MAXIMUM_DEPTH, weight.depth(), "The operation is %d fields deep; at most %d are allowed.");
            refuseAbove(
                    MAXIMUM_COST,
                    (weight.cost() + TENTHS - 1) / TENTHS,
                    "The operation costs %d; at most %d is allowed. Ask for fewer items (first) or fewer fields.");
        }
    }

    private static void refuseAbove(long maximum, long actual, String message) {
        if (actual > maximum) {
            throw new AbortExecutionException(message.formatted(actual, maximum));
        }
    }

    /** Only plain root fields count, so nothing can hide behind a fragment. */
    private static boolean looksAtSchemaOnly(OperationDefinition operation) {
        return operation.getSelectionSet().getSelections().stream()
                .allMatch(selection ->
                        selection instanceof Field field && field.getName().startsWith("__"));
    }
}
