package io.keelson.api.version;

import io.keelson.api.error.RejectedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a security patch reaches everybody. Each date may be null: then it holds nobody back and forces nobody.
 *
 * @param earliest nobody is upgraded before
 * @param autoAppliedAfter from then on nobody's approval is needed; windows and exclusions still count
 * @param forcedAt from then on it is applied at once, whatever was wished
 */
public record SecurityDates(
        @Nullable Instant earliest,
        @Nullable Instant autoAppliedAfter,
        @Nullable Instant forcedAt) {
    /** No dates. */
    public static final SecurityDates NONE = new SecurityDates(null, null, null);

    public SecurityDates {
        requireOrder("autoAppliedAfter", earliest, autoAppliedAfter);
        requireOrder("forcedAt", autoAppliedAfter == null ? earliest : autoAppliedAfter, forcedAt);
    }

    private static void requireOrder(String field, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && after != null && after.isBefore(before)) {
            throw RejectedException.invalid(
                    field, "%s is %s, before %s; the dates must follow each other.".formatted(field, after, before));
        }
    }
}
