package io.keelson.graphql.upgrade;

import io.keelson.api.error.RejectedException;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.MaintenanceWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When upgrades may start, as a caller describes it; what is null takes its default. */
record MaintenanceWindowInput(
        String name,
        @Nullable List<DayOfWeek> days,
        @Nullable Integer weekOfMonth,
        String start,
        Duration duration,
        String zone,
        @Nullable List<ChangeClass> classes) {
    MaintenanceWindow toWindow() {
        return new MaintenanceWindow(
                name,
                days == null ? Set.of() : Set.copyOf(days),
                weekOfMonth,
                time(start),
                duration,
                zone,
                classes == null ? Set.of() : Set.copyOf(classes));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw RejectedException.invalid("start", "start must be a local time such as 02:30.");
        }
    }
}
