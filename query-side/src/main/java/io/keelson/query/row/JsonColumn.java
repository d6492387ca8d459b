package io.keelson.query.row;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.AttributeConverter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps an immutable value as JSON text. The column is {@code jsonb}, so its field also needs {@link #WRITE} as column
 * transformer, and the converter {@code @Immutable} so that Hibernate makes no copies.
 */
public abstract class JsonColumn<T> implements AttributeConverter<@Nullable T, @Nullable String> {
    /** How the text is written; the driver would send it as {@code varchar}. */
    public static final String WRITE = "?::jsonb";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();

    private final JavaType type;

    protected JsonColumn(Class<T> type) {
        this(JSON.constructType(type));
    }

    protected JsonColumn(JavaType type) {
        this.type = type;
    }

    /** The type of a map from text to text. */
    protected static JavaType textMap() {
        return JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class);
    }

    /** The type of a JSON object of any content. */
    protected static JavaType objectMap() {
        return JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
    }

    @Override
    public final @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    @Override
    public final @Nullable T convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, type);
    }
}
