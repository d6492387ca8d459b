package io.keelson.graphql.job;

import io.keelson.graphql.input.InputField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an input object as graphql-java has coerced them; binding thousands of them to beans takes seconds. */
record InputMap(Map<?, ?> values) {
    static InputMap of(@Nullable Object input) {
        return new InputMap(input instanceof Map<?, ?> map ? map : Map.of());
    }

    /** The value of a field, or null. */
    <T> @Nullable T get(String field, Class<T> type) {
        return type.cast(values.get(field));
    }

    /** The text of a field, read; a refusal names the field. */
    <T> @Nullable T read(String field, Function<String, T> reader) {
        return InputField.readOptional(field, get(field, String.class), reader);
    }

    /** The elements of a list; empty when it is absent. */
    List<InputMap> list(String field) {
        List<?> list = get(field, List.class);
        return list == null ? List.of() : list.stream().map(InputMap::of).toList();
    }
}
