package io.keelson.app.upgrade;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due upgrades again and again, where instances and releases can be read. */
@Component
@ConditionalOnRole(NodeRole.PROJECTOR)
class UpgradeLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeLifecycle.class);

    private final DueUpgrades upgrades;
    private final UpgradeProperties properties;
    private @Nullable ScheduledExecutorService clock;

    UpgradeLifecycle(DueUpgrades upgrades, UpgradeProperties properties) {
        this.upgrades = upgrades;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        Duration pause = properties.lookEvery();
        if (clock == null && pause.isPositive()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("due-upgrades").factory());
            clock = started;
            var _ = started.scheduleWithFixedDelay(
                    this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    // A failure must not end the looking.
    private void look() {
        try {
            upgrades.look();
        } catch (RuntimeException failure) {
            LOG.warn("The look for due upgrades failed; the next one follows in {}.", properties.lookEvery(), failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
