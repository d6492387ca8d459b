package io.keelson.api.upgrade;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When upgrades may start: on some days, at a local time, for a length of time that passes on every clock.
 *
 * <p>When the clocks leave the start out, the window opens with the first instant after the gap; when they repeat it, at its
 * first occurrence. The window then stays open for its whole length, whatever the clocks do meanwhile.
 *
 * @param days on which it opens; empty means every day
 * @param weekOfMonth 1 to 4 for the first to fourth such day of a month, -1 for the last one, null for every one
 * @param start local time
 * @param duration 30 minutes to 24 hours
 * @param zone IANA name, for example {@code Europe/Berlin}
 * @param classes that may start in it; empty means all
 */
public record MaintenanceWindow(
        String name,
        Set<DayOfWeek> days,
        @Nullable Integer weekOfMonth,
        LocalTime start,
        Duration duration,
        String zone,
        Set<ChangeClass> classes) {
    private static final int MAXIMUM_NAME = 63;
    private static final int LAST = -1;
    private static final int FOURTH = 4;
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    public MaintenanceWindow {
        name = Require.text("name", name, MAXIMUM_NAME);
        days = sorted(days);
        classes = sorted(classes);
        if (weekOfMonth != null && (days.isEmpty() || weekOfMonth < LAST || weekOfMonth == 0 || weekOfMonth > FOURTH)) {
            throw RejectedException.invalid(
                    "weekOfMonth", "weekOfMonth must be 1 to 4, or -1 for the last, and needs days.");
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw RejectedException.invalid("duration", "duration must be 30 minutes to 24 hours.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw RejectedException.invalid("zone", "zone must be an IANA time zone, for example Europe/Berlin.");
        }
    }

    // In their order, so that the same window is always written the same way.
    private static <E extends Enum<E>> Set<E> sorted(Set<E> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** Whether changes of this class may start in it. */
    public boolean allows(ChangeClass change) {
        return classes.isEmpty() || classes.contains(change);
    }
}
