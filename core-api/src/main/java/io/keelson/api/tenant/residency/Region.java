package io.keelson.api.tenant.residency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/**
 * Name of a region, for example {@code ng-lagos-1}: lower-case letters, digits, dots, underscores and hyphens, at most 63.
 * Its country is what stands before the first hyphen, so {@code ng-lagos-1} and {@code ng-abuja} are of one country, and a
 * region without a hyphen is a country of its own.
 */
public record Region(@JsonValue String value) {
    private static final int MAXIMUM = 63;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    @JsonCreator
    public Region {
        value = Require.matching(
                "region", value, MAXIMUM, SHAPE, "lower-case letters, digits, '.', '_' and '-' are allowed");
    }

    public String country() {
        int end = value.indexOf('-');
        return end < 0 ? value : value.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
