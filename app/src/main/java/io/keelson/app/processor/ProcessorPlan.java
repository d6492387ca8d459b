package io.keelson.app.processor;

import java.util.List;

/**
 * How one streaming processor runs.
 *
 * @param name processing group of its handlers
 * @param kind decides on the dead-letter queue
 * @param batchSize events in one transaction
 */
record ProcessorPlan(String name, Kind kind, int batchSize) {
    /** What a processor is for. */
    enum Kind {
        /** Builds a read model: a poisoned event parks its aggregate and lets the others pass. */
        PROJECTION,
        /** Turns events into commands or jobs: an event must not be passed by, so it is tried until it succeeds. */
        AUTOMATION
    }

    /** Every streaming processor of the product. A saga's batch is one event, so it never holds two aggregates. */
    static final List<ProcessorPlan> ALL = List.of(
            new ProcessorPlan("partner-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("tenant-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("suspension-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("version-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("channel-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("setting-projection", Kind.PROJECTION, 500),
            // Instances and operations together, so that nobody reads an operation as over and its instance as before.
            new ProcessorPlan("fleet-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("rollout-projection", Kind.PROJECTION, 500),
            new ProcessorPlan("step-launcher", Kind.AUTOMATION, 100),
            new ProcessorPlan("instance-watch", Kind.AUTOMATION, 100),
            new ProcessorPlan("schedule-register", Kind.AUTOMATION, 100),
            new ProcessorPlan("provisioning-saga", Kind.AUTOMATION, 1),
            new ProcessorPlan("termination-saga", Kind.AUTOMATION, 1),
            new ProcessorPlan("suspension-cascade", Kind.AUTOMATION, 1),
            new ProcessorPlan("hold-saga", Kind.AUTOMATION, 1),
            new ProcessorPlan("rollout-saga", Kind.AUTOMATION, 1),
            new ProcessorPlan("rollout-runner", Kind.AUTOMATION, 100),
            new ProcessorPlan("instance-operation-saga", Kind.AUTOMATION, 1));

    /** The group that is handled in the publishing transaction. */
    static final String SUBSCRIBING = "directory";

    /** The plans that have a dead-letter queue. */
    static List<ProcessorPlan> projections() {
        return ALL.stream().filter(plan -> plan.kind() == Kind.PROJECTION).toList();
    }
}
