package io.keelson.app.health;

import io.keelson.job.health.InstanceWatch;
import org.springframework.context.SmartLifecycle;

/** Starts to watch last and stops first: a look sends commands, so everything that handles them must be up. */
class WatchLifecycle implements SmartLifecycle {
    private final InstanceWatch watch;

    WatchLifecycle(InstanceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void start() {
        watch.start();
    }

    @Override
    public void stop() {
        watch.stop();
    }

    @Override
    public boolean isRunning() {
        return watch.isRunning();
    }
}
