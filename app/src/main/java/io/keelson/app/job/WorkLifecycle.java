package io.keelson.app.job;

import io.keelson.job.queue.JobNode;
import io.keelson.job.step.StepReconciler;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts work last and stops it first: jobs send commands, so everything that handles commands must be up before and
 * down after them.
 */
@Component
class WorkLifecycle implements SmartLifecycle {
    private final JobNode node;
    private final StepReconciler reconciler;

    WorkLifecycle(JobNode node, StepReconciler reconciler) {
        this.node = node;
        this.reconciler = reconciler;
    }

    @Override
    public void start() {
        node.start();
        reconciler.start();
    }

    @Override
    public void stop() {
        reconciler.stop();
        node.stop();
    }

    @Override
    public boolean isRunning() {
        return node.isRunning();
    }
}
