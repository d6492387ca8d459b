package io.keelson.api.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;

/** Display name of a tenant, 1 to 100 characters; unique within its partner, compared without case. */
public record TenantName(@JsonValue String value) {
    private static final int MAXIMUM = 100;

    @JsonCreator
    public TenantName {
        value = Require.text("name", value, MAXIMUM);
    }

    @Override
    public String toString() {
        return value;
    }
}
