package io.keelson.graphql.error;

import io.keelson.api.error.ErrorCode;
import java.time.Duration;
import java.util.Map;

/** Thrown when a change is stored but the read models do not show it in time. */
public final class NotYetVisibleException extends RuntimeException {
    private final transient Map<String, String> ids;

    /**
     * Says what was changed.
     *
     * @param ids ids of the changed things, by field name
     */
    public NotYetVisibleException(Map<String, String> ids, Duration waited) {
        super(("The change is stored, but it cannot be read yet after %d ms. Ask for %s in a moment; do not repeat the"
                        + " request without the same Idempotency-Key.")
                .formatted(waited.toMillis(), String.join(" and ", ids.values())));
        this.ids = ids;
    }

    Failure failure() {
        return Failure.of(ErrorCode.NOT_YET_VISIBLE, null, String.valueOf(getMessage()), ids);
    }
}
