package io.keelson.api.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/** Name of a kind of work, for example {@code http.request}: 1 to 100 letters, digits, dots, hyphens and underscores. */
public record JobType(@JsonValue String value) {
    private static final int MAXIMUM = 100;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    @JsonCreator
    public JobType {
        value = Require.matching(
                "type",
                value,
                MAXIMUM,
                SHAPE,
                "a job type's name holds letters, digits, dots, hyphens and underscores");
    }

    @Override
    public String toString() {
        return value;
    }
}
