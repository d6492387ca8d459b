package io.keelson.app.job;

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
 */
@ConfigurationProperties("keelson.jobs")
record JobProperties(
        @DefaultValue("2") int minLanes,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("5s") Duration reconcileEvery) {
    JobSettings settings(WorkerProperties workers) {
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
        return own.withScaling(workers.lanes()).withLongestRun(workers.jobTimeout());
    }
}
