package io.keelson.api.suspension;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of the suspension of a partner or tenant; as text {@code suspension:<uuid>}. */
public record SuspensionId(UUID value) {
    private static final String PREFIX = "suspension";

    public static SuspensionId random() {
        return new SuspensionId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code suspensionId}. */
    @JsonCreator
    public static SuspensionId parse(String text) {
        return new SuspensionId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
