package io.keelson.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Any plain value passes as text, for the number is checked where it is used, so that a refusal names the field. */
final class SemverCoercing implements Coercing<String, String> {
    private static final String EXPECTED = "A Semver is text that looks like \"1.2.0\".";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map || input instanceof Iterable) {
            throw new CoercingParseValueException(EXPECTED);
        }
        return input.toString();
    }

    @Override
    public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return switch (input) {
            case StringValue text -> Objects.requireNonNull(text.getValue());
            case IntValue number -> number.getValue().toString();
            case FloatValue number -> number.getValue().toString();
            case BooleanValue flag -> String.valueOf(flag.isValue());
            default -> throw new CoercingParseLiteralException(EXPECTED);
        };
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.newStringValue(input.toString()).build();
    }
}
