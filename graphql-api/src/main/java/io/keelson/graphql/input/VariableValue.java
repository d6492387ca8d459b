package io.keelson.graphql.input;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.keelson.api.error.RejectedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value in a variable and its dotted path.
 *
 * @param path starts with the name of the variable; {@code input} is left out
 */
record VariableValue(String path, @Nullable Object value) {

    /** Refuses a value that does not fit {@code type} and names the innermost field at fault. */
    void requireFits(GraphQLType type) {
        if (type instanceof GraphQLNonNull required) {
            require(value != null, "is required");
            requireFits(required.getWrappedType());
        } else if (value != null) {
            requireFits(type, value);
        }
    }

    private void requireFits(GraphQLType type, Object present) {
        switch (type) {
            case GraphQLList list ->
                elements(list, present).forEach(element -> element.requireFits(list.getWrappedType()));
            case GraphQLInputObjectType object -> requireObject(object, present);
            case GraphQLEnumType names -> requireName(names, present);
            case GraphQLScalarType scalar -> require(fits(scalar, present), "must be a " + scalar.getName());
            default -> {}
        }
    }

    /** Elements that are objects are named by their place, so that a caller finds the wrong one of thousands. */
    private List<VariableValue> elements(GraphQLList type, Object present) {
        if (!(present instanceof List<?> list)) {
            return List.of(this);
        }
        boolean objects = GraphQLTypeUtil.unwrapNonNull(type.getWrappedType()) instanceof GraphQLInputObjectType;
        return IntStream.range(0, list.size())
                .mapToObj(index -> new VariableValue(objects ? path + "[" + index + "]" : path, list.get(index)))
                .toList();
    }

    private void requireObject(GraphQLInputObjectType type, Object present) {
        require(present instanceof Map, "must be an object");
        Map<?, ?> object = (Map<?, ?>) present;
        for (Object key : object.keySet()) {
            require(
                    type.getFieldDefinition(String.valueOf(key)) != null,
                    "has a field that %s does not know".formatted(type.getName()));
        }
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (object.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
                new VariableValue(below(field.getName()), object.get(field.getName())).requireFits(field.getType());
            }
        }
    }

    private void requireName(GraphQLEnumType type, Object present) {
        String known = type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .collect(Collectors.joining(", "));
        require(present instanceof String name && type.getValue(name) != null, "must be one of " + known);
    }

    private static boolean fits(GraphQLScalarType scalar, Object present) {
        try {
            scalar.getCoercing().parseValue(present, GraphQLContext.getDefault(), Locale.ROOT);
            return true;
        } catch (GraphQLException _) {
            return false;
        }
    }

    private String below(String name) {
        return path.equals("input") ? name : path + "." + name;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw RejectedException.invalid(path, "%s %s.".formatted(path, rule));
        }
    }
}
