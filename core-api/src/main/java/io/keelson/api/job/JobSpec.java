package io.keelson.api.job;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is submitted; what is null takes the default of its type.
 *
 * @param payload JSON text, at most 256 KiB; never a secret
 * @param serialKey jobs with the same key run one after the other in the order they were submitted; at most 200
 *     characters
 */
public record JobSpec(
        JobType type,
        String payload,
        @Nullable JobPriority priority,
        @Nullable QueueName queue,
        JobTiming timing,
        RetryRule retries,
        @Nullable UniqueRule uniqueness,
        @Nullable String serialKey,
        JobOwnership owner) {
    /** Largest payload, in bytes of UTF-8. */
    public static final int LARGEST_PAYLOAD = 256 * 1024;

    private static final int LONGEST_KEY = 200;

    public JobSpec {
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST_PAYLOAD) {
            throw RejectedException.invalid(
                    "payload",
                    "payload has %d bytes of JSON; at most %d are allowed. Pass a reference to large data instead."
                            .formatted(bytes, LARGEST_PAYLOAD));
        }
        serialKey = serialKey == null ? null : Require.text("serialKey", serialKey, LONGEST_KEY);
    }
}
