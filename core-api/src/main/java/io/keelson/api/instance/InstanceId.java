package io.keelson.api.instance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of an instance; as text {@code instance:<uuid>}, so ids of different kinds never collide in the event store. */
public record InstanceId(UUID value) {
    private static final String PREFIX = "instance";

    public static InstanceId random() {
        return new InstanceId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code instanceId}. */
    @JsonCreator
    public static InstanceId parse(String text) {
        return new InstanceId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
