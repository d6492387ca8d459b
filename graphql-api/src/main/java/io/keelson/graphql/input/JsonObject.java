package io.keelson.graphql.input;

import io.keelson.api.error.RejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of scalar {@code JSON} that must be an object; reading a value takes it out, and the rest remains. */
public final class JsonObject {
    private static final int MAXIMUM_KEYS = 500;

    private final String field;
    private final Map<String, @Nullable Object> values;

    private JsonObject(String field, Map<String, @Nullable Object> values) {
        this.field = field;
        this.values = values;
    }

    /** Refuses anything but an object; null counts as an empty one. */
    public static JsonObject of(String field, @Nullable Object json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map && map.size() <= MAXIMUM_KEYS) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        } else if (json != null) {
            throw RejectedException.invalid(field, field + " must be a JSON object with at most 500 keys.");
        }
        return new JsonObject(field, values);
    }

    public @Nullable String text(String key) {
        return take(key, String.class, "text");
    }

    /** Whether {@code key} is true; false when it is absent. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(take(key, Boolean.class, "true or false"));
    }

    /** The texts of a list; empty when it is absent. */
    public List<String> texts(String key) {
        List<?> list = take(key, List.class, "a list of texts");
        return list == null
                ? List.of()
                : list.stream().map(element -> asText(key, element)).toList();
    }

    /** The object under {@code key}; empty when it is absent. */
    public JsonObject object(String key) {
        return of(field + "." + key, values.remove(key));
    }

    /** What was not taken out, none of it null. */
    public Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value == null) {
                throw wrong(key, "a value other than null");
            }
            rest.put(key, value);
        });
        return rest;
    }

    /** What was not taken out, which must be texts. */
    public Map<String, String> restAsTexts() {
        Map<String, String> rest = new LinkedHashMap<>();
        values.forEach((key, value) -> rest.put(key, asText(key, value)));
        return rest;
    }

    private <T> @Nullable T take(String key, Class<T> type, String expected) {
        @Nullable Object value = values.remove(key);
        if (value != null && !type.isInstance(value)) {
            throw wrong(key, expected);
        }
        return type.cast(value);
    }

    private String asText(String key, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(key, "text");
    }

    private RejectedException wrong(String key, String expected) {
        String name = field + "." + (key.length() <= 63 ? key : key.substring(0, 63) + "...");
        return RejectedException.invalid(name, "%s must be %s.".formatted(name, expected));
    }
}
