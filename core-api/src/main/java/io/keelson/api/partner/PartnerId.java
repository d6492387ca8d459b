package io.keelson.api.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a partner; as text {@code partner:<uuid>}, so ids of different kinds never collide in the event store. */
public record PartnerId(UUID value) {
    private static final String PREFIX = "partner";

    public static PartnerId random() {
        return new PartnerId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code partnerId}. */
    @JsonCreator
    public static PartnerId parse(String text) {
        return new PartnerId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
