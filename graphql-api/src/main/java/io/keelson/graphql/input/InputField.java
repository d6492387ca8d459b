package io.keelson.graphql.input;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value of the domain out of an input field. */
public final class InputField {
    private static final int MAXIMUM_SEARCH = 100;

    private InputField() {}

    /** Reads {@code value}; a refusal names {@code field}, whatever the domain calls the value. */
    public static <T> T read(String field, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (RejectedException refused) {
            throw renamed(field, refused.rejection());
        }
    }

    /** Like {@link #read}; null stays null. */
    public static <T> @Nullable T readOptional(String field, @Nullable String value, Function<String, T> reader) {
        return value == null ? null : read(field, value, reader);
    }

    /** Reads every element of a list; a refusal names the place of the element, for example {@code stages[1].name}. */
    public static <I, V> List<V> each(String field, List<I> inputs, Function<I, V> reader) {
        List<V> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                values.add(reader.apply(inputs.get(i)));
            } catch (RejectedException refused) {
                throw refused.within("%s[%d]".formatted(field, i));
            }
        }
        return values;
    }

    /** Text to search for, at most 100 characters; null when blank. */
    public static @Nullable String search(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : Require.text(field, value, MAXIMUM_SEARCH);
    }

    private static RejectedException renamed(String field, Rejection rejection) {
        String known = rejection.field();
        String message =
                known == null ? rejection.message() : rejection.message().replaceFirst("^" + known, field);
        return new RejectedException(rejection.code(), field, message);
    }
}
