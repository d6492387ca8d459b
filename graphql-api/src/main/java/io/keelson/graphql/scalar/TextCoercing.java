package io.keelson.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A scalar that is text on the wire.
 *
 * @param read makes a value of the text, or throws when it cannot
 * @param expected what the text must look like, for refusals
 */
record TextCoercing<T>(Function<String, T> read, String expected) implements Coercing<T, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            if (input instanceof String text) {
                return read.apply(text);
            }
        } catch (RuntimeException unreadable) {
            throw new CoercingParseValueException(expected, unreadable);
        }
        throw new CoercingParseValueException(expected);
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            if (input instanceof StringValue literal) {
                return read.apply(Objects.requireNonNull(literal.getValue()));
            }
        } catch (RuntimeException unreadable) {
            throw new CoercingParseLiteralException(expected, unreadable);
        }
        throw new CoercingParseLiteralException(expected);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.newStringValue(input.toString()).build();
    }
}
