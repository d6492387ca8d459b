package io.keelson.app.job;

import io.keelson.job.step.StepReconciler;
import io.keelson.job.worker.WorkerPresence;
import org.springframework.context.SmartLifecycle;

/**
 * Starts work last and stops it first: jobs send commands, so everything that handles commands must be up before and
 * down after them.
 */
class WorkLifecycle implements SmartLifecycle {
    private final WorkerPresence worker;
    private final StepReconciler reconciler;

    WorkLifecycle(WorkerPresence worker, StepReconciler reconciler) {
        this.worker = worker;
        this.reconciler = reconciler;
    }

    @Override
    public void start() {
        worker.start();
        reconciler.start();
    }

    @Override
    public void stop() {
        reconciler.stop();
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
