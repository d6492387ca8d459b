package io.keelson.job.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;

/** What this node does now, and how many jobs wait for any node. */
public final class JobMetrics implements MeterBinder {
    private static final int MOST_COUNTED = 1_000_000;

    private final JobNode node;
    private final WaitingJobs waiting;

    public JobMetrics(JobNode node, DataSource dataSource) {
        this.node = node;
        this.waiting = new WaitingJobs(dataSource);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keelson.jobs.lanes", node, JobNode::lanes)
                .description("Lanes of this node that are open")
                .register(registry);
        Gauge.builder("keelson.jobs.running", node, JobNode::running)
                .description("Jobs that this node holds")
                .register(registry);
        Gauge.builder("keelson.jobs.waiting", waiting, jobs -> jobs.count(MOST_COUNTED))
                .description("Jobs that are ready and wait for a lane")
                .register(registry);
    }
}
