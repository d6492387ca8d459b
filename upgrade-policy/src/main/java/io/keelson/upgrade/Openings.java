package io.keelson.upgrade;

import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.OpenWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** When a maintenance window is open; the rule for changes of the clocks is said in {@link MaintenanceWindow}. */
final class Openings {
    private static final int DAYS_PER_WEEK = 7;
    /** A window that began the day before may last into this one, and a gap may move a start. */
    private static final int DAYS_BACK = 2;

    private final MaintenanceWindow window;
    private final ZoneRules rules;

    Openings(MaintenanceWindow window) {
        this.window = window;
        this.rules = ZoneId.of(window.zone()).getRules();
    }

    /** The opening that holds {@code moment}, else the next one that begins before {@code horizon}, or null. */
    @Nullable
    OpenWindow atOrAfter(Instant moment, Instant horizon) {
        LocalDate day = LocalDateTime.ofInstant(moment, rules.getOffset(moment))
                .toLocalDate()
                .minusDays(DAYS_BACK);
        while (true) {
            Instant from = instantOf(day.atTime(window.start()));
            if (from.isAfter(horizon)) {
                return null;
            }
            if (matches(day) && from.plus(window.duration()).isAfter(moment)) {
                return new OpenWindow(window.name(), from, from.plus(window.duration()));
            }
            day = day.plusDays(1);
        }
    }

    private boolean matches(LocalDate day) {
        Integer week = window.weekOfMonth();
        if (!window.days().isEmpty() && !window.days().contains(day.getDayOfWeek())) {
            return false;
        }
        if (week == null) {
            return true;
        }
        return week > 0
                ? (day.getDayOfMonth() - 1) / DAYS_PER_WEEK + 1 == week
                : day.plusWeeks(1).getMonth() != day.getMonth();
    }

    private Instant instantOf(LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }
}
