package io.keelson.job.worker;

import io.keelson.job.queue.JobNode;

/** How a worker is at a moment. */
record WorkerReport(WorkerPhase phase, int lanes, int busy, int maxLanes, long heapUsed, long heapMax) {
    static WorkerReport of(JobNode node, WorkerPhase phase) {
        Runtime runtime = Runtime.getRuntime();
        return new WorkerReport(
                phase,
                node.lanes(),
                node.running(),
                node.maxLanes(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory());
    }
}
