package io.keelson.job.statistics;

import io.keelson.api.job.JobState;
import io.keelson.api.job.query.JobDepth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Meters of jobs: depth and age by queue, and on this node what happened and how long it took. The depths are counted
 * when somebody collects the meters, see {@link DepthCensus}.
 */
public final class JobGauges implements MeterBinder {
    private static final String QUEUES = "select name from jobs.platform_queue";
    private static final String QUEUE = "queue";

    private final JdbcClient jdbc;
    private final DepthCensus census;

    public JobGauges(DataSource dataSource, DepthCensus census) {
        this.jdbc = JdbcClient.create(dataSource);
        this.census = census;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String queue : jdbc.sql(QUEUES).query(String.class).list()) {
            for (JobState state : JobState.values()) {
                if (state == JobState.FAILED || !state.terminal()) {
                    Gauge.builder("keelson.jobs.depth", census, now -> depth(now.current(), queue, state))
                            .description("Jobs of a queue that stand in a state")
                            .tag(QUEUE, queue)
                            .tag("state", state.name().toLowerCase(Locale.ROOT))
                            .register(registry);
                }
            }
            Gauge.builder("keelson.jobs.oldest.age", census, now -> age(now.current(), queue))
                    .description("How long the job that waits longest could have run already")
                    .baseUnit("seconds")
                    .tag(QUEUE, queue)
                    .register(registry);
        }
    }

    private static double depth(Census census, String queue, JobState state) {
        return census.depths().stream()
                .filter(depth -> depth.state() == state && depth.queue().value().equals(queue))
                .mapToLong(JobDepth::count)
                .sum();
    }

    private static double age(Census census, String queue) {
        return census.depths().stream()
                .filter(depth -> depth.state() == JobState.PENDING
                        && depth.queue().value().equals(queue))
                .flatMap(depth -> Stream.ofNullable(depth.oldest()))
                .mapToDouble(oldest ->
                        Math.max(0, Duration.between(oldest, census.countedAt()).toMillis() / 1_000.0))
                .max()
                .orElse(0);
    }
}
