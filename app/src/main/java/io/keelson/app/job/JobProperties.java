package io.keelson.app.job;

import io.keelson.api.setting.Settings;
import io.keelson.job.queue.JobRetention;
import io.keelson.job.queue.JobSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works.
 *
 * @param minLanes lanes that stay open while idle
 * @param grace how long a stop waits for running jobs
 * @param reconcileEvery how often lost steps are looked for
 * @param agedAfter how long a job is passed over by more urgent ones before every tenth claim is for such jobs
 * @param keepSucceeded how long jobs are kept after they succeeded
 * @param keepCancelled how long jobs are kept after they were cancelled
 * @param keepDead how long jobs are kept after they were given up
 */
@ConfigurationProperties("keelson.jobs")
record JobProperties(
        @DefaultValue("2") int minLanes,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("5s") Duration reconcileEvery,
        @DefaultValue("60s") Duration agedAfter,
        @DefaultValue("7d") Duration keepSucceeded,
        @DefaultValue("7d") Duration keepCancelled,
        @DefaultValue("30d") Duration keepDead) {
    JobSettings settings(WorkerProperties workers, Settings settings) {
        JobSettings usual = JobSettings.DEFAULT;
        JobSettings own = new JobSettings(
                Math.min(minLanes, workers.concurrency()),
                workers.concurrency(),
                usual.linger(),
                usual.look(),
                usual.heartbeat(),
                usual.silence(),
                usual.abandonAfter(),
                grace);
        return own.withScaling(workers.lanes())
                .withLongestRun(workers.jobTimeout())
                .withAgedAfter(agedAfter)
                .withRetention(
                        new ConfiguredJobRetention(settings, new JobRetention(keepSucceeded, keepCancelled, keepDead)));
    }
}
