package io.keelson.api.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;

/** Display name of a schedule, 1 to 100 characters; unique within its owner, compared without case. */
public record ScheduleName(@JsonValue String value) {
    private static final int MAXIMUM = 100;

    @JsonCreator
    public ScheduleName {
        value = Require.text("name", value, MAXIMUM);
    }

    @Override
    public String toString() {
        return value;
    }
}
