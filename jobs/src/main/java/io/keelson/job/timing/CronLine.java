package io.keelson.job.timing;

import io.keelson.api.error.RejectedException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * A cron line without a zone: which local times match.
 *
 * @param anyHour whether the hour field has a star
 */
record CronLine(CronExpression expression, boolean anyHour) {
    private static final int FIELDS_WITHOUT_SECONDS = 5;
    private static final int HOUR_FROM_END = 4;

    /** Refuses what is no cron line, field {@code cron}. */
    static CronLine of(String text) {
        String[] fields = text.split(" ", -1);
        String line = fields.length == FIELDS_WITHOUT_SECONDS ? "0 " + text : text;
        try {
            return new CronLine(CronExpression.parse(line), fields[fields.length - HOUR_FROM_END].contains("*"));
        } catch (IllegalArgumentException e) {
            throw RejectedException.invalid("cron", "cron \"%s\" makes no sense: %s".formatted(text, e.getMessage()));
        }
    }

    /** The first matching local time later than {@code local}, or empty when none ever matches. */
    Optional<LocalDateTime> after(LocalDateTime local) {
        return Optional.ofNullable(expression.next(local));
    }
}
