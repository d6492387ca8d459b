package io.keelson.api.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a backup; as text {@code backup:<uuid>}, so ids of different kinds never collide in the event store. */
public record BackupId(UUID value) {
    private static final String PREFIX = "backup";

    public static BackupId random() {
        return new BackupId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code backupId}. */
    @JsonCreator
    public static BackupId parse(String text) {
        return new BackupId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
