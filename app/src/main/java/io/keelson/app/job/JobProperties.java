package io.keelson.app.job;

import io.keelson.job.queue.JobSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works.
 *
 * @param minLanes lanes that stay open while idle
 * @param maxLanes jobs that run at the same time
 * @param grace how long a stop waits for running jobs
 * @param reconcileEvery how often lost steps are looked for
 */
@ConfigurationProperties("keelson.jobs")
record JobProperties(
        @DefaultValue("2") int minLanes,
        @DefaultValue("16") int maxLanes,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("5s") Duration reconcileEvery) {
    JobSettings settings() {
        JobSettings usual = JobSettings.DEFAULT;
        return new JobSettings(
                minLanes,
                maxLanes,
                usual.linger(),
                usual.look(),
                usual.heartbeat(),
                usual.silence(),
                usual.abandonAfter(),
                grace);
    }
}
