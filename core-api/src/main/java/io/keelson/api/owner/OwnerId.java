package io.keelson.api.owner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import java.util.regex.Pattern;

/** Identity of who owns instances: a partner or a tenant; as text the id of either. */
public record OwnerId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("(partner|tenant):[0-9a-f-]{36}");

    /** Refuses what is the id of neither a partner nor a tenant; the refusal names the field {@code ownerId}. */
    @JsonCreator
    public OwnerId {
        if (!SHAPE.matcher(value).matches()) {
            throw RejectedException.invalid("ownerId", "ownerId must look like partner:<uuid> or tenant:<uuid>.");
        }
    }

    public static OwnerId of(PartnerId partnerId) {
        return new OwnerId(partnerId.toString());
    }

    public static OwnerId of(TenantId tenantId) {
        return new OwnerId(tenantId.toString());
    }

    /** Whether it is the id of a tenant, and not of a partner. */
    public boolean isTenant() {
        return value.startsWith("tenant:");
    }

    @Override
    public String toString() {
        return value;
    }
}
