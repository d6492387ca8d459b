package io.keelson.job.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What scalers outside of Keelson go by; the same on every node. */
public final class WorkerMetrics implements MeterBinder {
    private final WorkerFleet fleet;

    public WorkerMetrics(WorkerFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("keelson.jobs.backlog.per.lane", FleetLoad::backlogPerLane)
                .description("Ready jobs for each lane of all workers that take jobs; scale workers to keep it near 1")
                .register(registry);
        gauge("keelson.workers.live", FleetLoad::workers)
                .description("Workers that live and take jobs")
                .register(registry);
        gauge("keelson.workers.busy", FleetLoad::busy)
                .description("Jobs that these workers hold")
                .register(registry);
        gauge("keelson.workers.capacity", FleetLoad::capacity)
                .description("Jobs that these workers can run at the same time")
                .register(registry);
    }

    private Gauge.Builder<WorkerFleet> gauge(String name, ToDoubleFunction<FleetLoad> figure) {
        return Gauge.builder(name, fleet, current -> figure.applyAsDouble(current.load()));
    }
}
