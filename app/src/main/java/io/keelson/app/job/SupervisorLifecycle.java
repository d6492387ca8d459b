package io.keelson.app.job;

import io.keelson.job.supervisor.Supervisor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/** Ends the worker processes while this node ends its own work, so that both have the whole grace. */
class SupervisorLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    private final Supervisor supervisor;

    SupervisorLifecycle(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public void start() {
        supervisor.start();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stop(() -> {});
    }

    @Override
    public void stop() {
        supervisor.stop();
    }

    @Override
    public void stop(Runnable whenStopped) {
        Thread.ofPlatform().name("worker-supervisor-stop").start(() -> {
            try {
                stop();
            } finally {
                whenStopped.run();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return supervisor.isRunning();
    }
}
