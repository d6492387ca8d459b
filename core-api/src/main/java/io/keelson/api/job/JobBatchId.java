package io.keelson.api.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/**
 * Identity of one call that submits or moves jobs, so that a repeated call is recognised; as text
 * {@code job-batch:<uuid>}.
 */
public record JobBatchId(UUID value) {
    private static final String PREFIX = "job-batch";

    /** Reads the text form; anything else is refused and names the field {@code job-batchId}. */
    @JsonCreator
    public static JobBatchId parse(String text) {
        return new JobBatchId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
