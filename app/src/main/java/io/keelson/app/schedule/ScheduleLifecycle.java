package io.keelson.app.schedule;

import io.keelson.app.role.ConditionalOnRole;
import io.keelson.app.role.NodeRole;
import io.keelson.job.schedule.RunSettler;
import io.keelson.job.schedule.ScheduleClock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the clock of schedules last and stops it first, on nodes with workers only, like all work that begins by itself. */
@Component
@ConditionalOnRole(NodeRole.WORKER)
class ScheduleLifecycle implements SmartLifecycle {
    private final ScheduleClock clock;
    private final RunSettler settler;

    ScheduleLifecycle(ScheduleClock clock, RunSettler settler) {
        this.clock = clock;
        this.settler = settler;
    }

    @Override
    public void start() {
        clock.start();
        settler.start();
    }

    @Override
    public void stop() {
        settler.stop();
        clock.stop();
    }

    @Override
    public boolean isRunning() {
        return clock.isRunning();
    }
}
