package io.keelson.api.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a worker, new with every start of its process; as text {@code worker:<uuid>}. */
public record WorkerId(UUID value) {
    private static final String PREFIX = "worker";

    /** Reads the text form; anything else is refused and names the field {@code workerId}. */
    @JsonCreator
    public static WorkerId parse(String text) {
        return new WorkerId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
