package io.keelson.upgrade;

import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.OpenWindow;
import io.keelson.api.upgrade.UpgradeExclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a change can start.
 *
 * @param startsAt or null when it never can
 * @param window the opening that is used, or null when none is needed
 */
record Timing(@Nullable Instant startsAt, @Nullable OpenWindow window) {
    /** What does not open for so long counts as never. */
    static final Duration HORIZON = Duration.ofDays(400);

    /**
     * The first moment from {@code from} on that lies in a window and in no exclusion.
     *
     * @param windows null when none is needed
     */
    static Timing from(
            Instant from,
            ChangeClass change,
            @Nullable List<MaintenanceWindow> windows,
            List<UpgradeExclusion> exclusions) {
        Instant horizon = from.plus(HORIZON);
        Instant start = from;
        while (!start.isAfter(horizon)) {
            OpenWindow window = windows == null ? null : earliest(windows, change, start, horizon);
            if (windows != null && window == null) {
                break;
            }
            Instant open = window == null || window.from().isBefore(start) ? start : window.from();
            Optional<UpgradeExclusion> forbidding = exclusions.stream()
                    .filter(exclusion -> exclusion.forbids(change, open))
                    .findFirst();
            if (forbidding.isEmpty()) {
                return new Timing(open, window);
            }
            start = forbidding.get().until();
        }
        return new Timing(null, null);
    }

    private static @Nullable OpenWindow earliest(
            List<MaintenanceWindow> windows, ChangeClass change, Instant start, Instant horizon) {
        return windows.stream()
                .filter(window -> window.allows(change))
                .map(window -> new Openings(window).atOrAfter(start, horizon))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(opening -> opening.from().isBefore(start) ? start : opening.from()))
                .orElse(null);
    }
}
