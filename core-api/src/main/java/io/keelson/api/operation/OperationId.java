package io.keelson.api.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of an operation; as text {@code operation:<uuid>}, so ids of different kinds never collide in the event store. */
public record OperationId(UUID value) {
    private static final String PREFIX = "operation";

    public static OperationId random() {
        return new OperationId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code operationId}. */
    @JsonCreator
    public static OperationId parse(String text) {
        return new OperationId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
