package io.keelson.api.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;

/** Display name of a partner, 1 to 100 characters; unique, compared without case. */
public record PartnerName(@JsonValue String value) {
    private static final int MAXIMUM = 100;

    @JsonCreator
    public PartnerName {
        value = Require.text("name", value, MAXIMUM);
    }

    @Override
    public String toString() {
        return value;
    }
}
