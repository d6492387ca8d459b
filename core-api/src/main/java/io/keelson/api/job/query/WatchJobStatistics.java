package io.keelson.api.job.query;

import java.time.Duration;

/**
 * Subscription query: updates are a {@link JobStatisticsView} every second; the initial result is a list with the first.
 */
public record WatchJobStatistics(Duration period) {
    public WatchJobStatistics {
        period = new GetJobStatistics(period).period();
    }
}
