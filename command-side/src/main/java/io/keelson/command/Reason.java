package io.keelson.command;

import io.keelson.api.error.RejectedException;
import org.jspecify.annotations.Nullable;

/** The human reason that a destructive command must carry in its metadata. */
public final class Reason {
    private static final String FIELD = "reason";

    private Reason() {}

    /** Refuses an absent or blank reason with INVALID_INPUT, field {@code reason}. */
    public static void require(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RejectedException.invalid(FIELD, "A reason is required; it is kept with what happened.");
        }
    }
}
