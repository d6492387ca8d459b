package io.keelson.job.desk;

import io.keelson.api.error.RejectedException;
import org.jspecify.annotations.Nullable;

/** The human reason that an act must carry. */
final class GivenReason {
    private GivenReason() {}

    /** Refuses an absent or blank reason with INVALID_INPUT, field {@code reason}. */
    static void require(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RejectedException.invalid("reason", "A reason is required; it is kept with what happened.");
        }
    }
}
