package io.keelson.graphql.input;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses variables that do not fit their types and names the field at fault; graphql-java names only the variable. */
public final class VariableCheck extends SimplePerformantInstrumentation {
    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted((errors, failure) -> {
            // Only a valid document says for sure which types its variables have.
            if (failure == null && errors.isEmpty()) {
                check(parameters);
            }
        });
    }

    private static void check(InstrumentationValidationParameters parameters) {
        ExecutionInput input = parameters.getExecutionInput();
        List<OperationDefinition> operations = parameters.getDocument().getDefinitionsOfType(OperationDefinition.class);
        operations.stream()
                .filter(operation ->
                        operations.size() == 1 || Objects.equals(operation.getName(), input.getOperationName()))
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .forEach(variable -> check(variable, input.getVariables(), parameters.getSchema()));
    }

    private static void check(VariableDefinition variable, Map<String, Object> values, GraphQLSchema schema) {
        String name = variable.getName();
        @Nullable GraphQLType type = type(variable.getType(), schema);
        if (type != null && (values.containsKey(name) || variable.getDefaultValue() == null)) {
            new VariableValue(name, values.get(name)).requireFits(type);
        }
    }

    private static @Nullable GraphQLType type(@Nullable Type<?> type, GraphQLSchema schema) {
        return switch (type) {
            case NonNullType required -> {
                GraphQLType inner = type(required.getType(), schema);
                yield inner == null ? null : GraphQLNonNull.nonNull(inner);
            }
            case ListType list -> {
                GraphQLType inner = type(list.getType(), schema);
                yield inner == null ? null : GraphQLList.list(inner);
            }
            case TypeName name -> schema.getType(name.getName());
            case null, default -> null;
        };
    }
}
