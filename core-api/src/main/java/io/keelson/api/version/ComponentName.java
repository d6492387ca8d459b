package io.keelson.api.version;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/** Name of what has versions, for example {@code storefront}: a lower-case letter, then letters, digits, hyphens. */
public record ComponentName(@JsonValue String value) {
    private static final int MAXIMUM = 63;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*");

    @JsonCreator
    public ComponentName {
        value = Require.matching(
                "component",
                value,
                MAXIMUM,
                SHAPE,
                "a component name starts with a lower-case letter and holds lower-case letters, digits and hyphens");
    }

    @Override
    public String toString() {
        return value;
    }
}
