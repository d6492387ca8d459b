package io.keelson.api.job.query;

import io.keelson.api.error.RejectedException;
import java.time.Duration;

/**
 * Asks for figures; answers a {@link JobStatisticsView}.
 *
 * @param period how far back rates and times reach, 1 minute to 7 days, in whole minutes
 */
public record GetJobStatistics(Duration period) {
    /** One hour. */
    public static final Duration USUAL = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public GetJobStatistics {
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw RejectedException.invalid("period", "period is %s; it must be 1 minute to 7 days.".formatted(period));
        }
    }
}
