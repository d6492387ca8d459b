package io.keelson.app.rollout;

import io.keelson.api.rollout.RolloutId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one thread of this node on which rollouts go on. */
final class RolloutLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutLifecycle.class);

    private final RolloutClock rollouts;
    private final Duration pause;
    private final Set<RolloutId> woken = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService thread;

    RolloutLifecycle(RolloutClock rollouts, RolloutProperties properties) {
        this.rollouts = rollouts;
        pause = properties.lookEvery();
    }

    /** Looks at a rollout soon; many wishes before that are one. */
    void wake(RolloutId rolloutId) {
        ScheduledExecutorService running = thread;
        if (running != null && woken.add(rolloutId)) {
            try {
                running.execute(() -> look(rolloutId));
            } catch (RejectedExecutionException stopped) {
                woken.remove(rolloutId);
                LOG.debug("{} goes on at the next start.", rolloutId, stopped);
            }
        }
    }

    private void look(RolloutId rolloutId) {
        // Before the look, so that what happens during it makes another one.
        woken.remove(rolloutId);
        guarded(() -> rollouts.look(rolloutId));
    }

    // A failure must not end the looking.
    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException failure) {
            LOG.warn("Rollouts could not be looked at; the next look follows.", failure);
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("rollouts").factory());
            thread = started;
            if (pause.isPositive()) {
                var _ = started.scheduleWithFixedDelay(
                        () -> guarded(rollouts::look), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
            woken.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
