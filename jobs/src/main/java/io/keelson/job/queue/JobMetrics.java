package io.keelson.job.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What this node does now; how many jobs wait for any node is counted elsewhere. */
public final class JobMetrics implements MeterBinder {
    private final JobNode node;

    public JobMetrics(JobNode node) {
        this.node = node;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keelson.jobs.lanes", node, JobNode::lanes)
                .description("Lanes of this node that are open")
                .register(registry);
        Gauge.builder("keelson.jobs.running", node, JobNode::running)
                .description("Jobs that this node holds")
                .register(registry);
    }
}
