package io.keelson.api.version;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a version; as text {@code version:<uuid>}, so ids of different kinds never collide in the event store. */
public record VersionId(UUID value) {
    private static final String PREFIX = "version";

    public static VersionId random() {
        return new VersionId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code versionId}. */
    @JsonCreator
    public static VersionId parse(String text) {
        return new VersionId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
