package io.keelson.api.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/** Name of a queue, for example {@code default}: 1 to 63 lower-case letters, digits and hyphens. */
public record QueueName(@JsonValue String value) {
    private static final int MAXIMUM = 63;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String KIND = "job-queue";

    @JsonCreator
    public QueueName {
        value = Require.matching(
                "queue", value, MAXIMUM, SHAPE, "a queue's name holds lower-case letters, digits and hyphens");
    }

    /** Under which its history is kept: {@code job-queue:<name>}. */
    public String aggregateId() {
        return KIND + ":" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
