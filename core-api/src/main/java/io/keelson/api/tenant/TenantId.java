package io.keelson.api.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a tenant; as text {@code tenant:<uuid>}, so ids of different kinds never collide in the event store. */
public record TenantId(UUID value) {
    private static final String PREFIX = "tenant";

    public static TenantId random() {
        return new TenantId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code tenantId}. */
    @JsonCreator
    public static TenantId parse(String text) {
        return new TenantId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
