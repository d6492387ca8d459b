package io.keelson.api.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a job; as text {@code job:<uuid>}. */
public record JobId(UUID value) {
    private static final String PREFIX = "job";

    /** Reads the text form; anything else is refused and names the field {@code jobId}. */
    @JsonCreator
    public static JobId parse(String text) {
        return new JobId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
