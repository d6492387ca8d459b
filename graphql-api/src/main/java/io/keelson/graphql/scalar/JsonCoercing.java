package io.keelson.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value. A literal becomes what the same JSON in a variable becomes. (The JSON scalar of
 * graphql-java-extended-scalars 24 fails on a null inside a literal.)
 */
final class JsonCoercing implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return plain(input, variables.toMap());
    }

    private static @Nullable Object plain(@Nullable Value<?> literal, Map<String, Object> variables) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> smallest(number.getValue());
            case FloatValue number -> number.getValue().doubleValue();
            case ArrayValue list -> list(list, variables);
            case ObjectValue object -> object(object, variables);
            case VariableReference reference -> variables.get(reference.getName());
            case EnumValue name ->
                throw new CoercingParseLiteralException("%s is no JSON; text needs quotes.".formatted(name.getName()));
            case null, default -> null;
        };
    }

    private static List<@Nullable Object> list(ArrayValue list, Map<String, Object> variables) {
        List<@Nullable Object> values = new ArrayList<>();
        list.getValues().forEach(element -> values.add(plain(element, variables)));
        return values;
    }

    private static Map<String, @Nullable Object> object(ObjectValue object, Map<String, Object> variables) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            values.put(field.getName(), plain(field.getValue(), variables));
        }
        return values;
    }

    private static Number smallest(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? number.longValue() : number;
    }
}
