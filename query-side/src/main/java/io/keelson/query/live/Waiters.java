package io.keelson.query.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for a row to show an event. The news of a commit lets them go on; as news can get lost, one thread
 * also looks every 20 ms for all of them together, as long as there are any.
 */
@Component
class Waiters implements RowChangeListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Waiters.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LOOK_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ProjectedRevisions revisions;
    private final Map<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean lookPlanned = new AtomicBoolean();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projection-waiters").daemon().factory());
    /** What follows a wait is somebody else's code, which must not hold up a projection. */
    private final Executor goingOn = task -> Thread.startVirtualThread(task);

    Waiters(ProjectedRevisions revisions) {
        this.revisions = revisions;
    }

    private record Waiter(String aggregateId, long revision, long deadline, CompletableFuture<Boolean> shown) {}

    /** True as soon as the row exists and shows this revision, false after {@code atMost}. */
    CompletableFuture<Boolean> await(String aggregateId, long revision, Duration atMost) {
        Waiter waiter =
                new Waiter(aggregateId, revision, System.nanoTime() + atMost.toNanos(), new CompletableFuture<>());
        // Waiting comes before looking, else a commit between the two would be missed.
        waiting.compute(aggregateId, (_, others) -> {
            Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(waiter);
            return all;
        });
        try {
            revisions.of(List.of(aggregateId)).forEach(this::shows);
        } catch (RuntimeException failure) {
            leave(waiter);
            throw failure;
        }
        planLook(LOOK_EVERY);
        return waiter.shown();
    }

    /** How many requests wait now. */
    int count() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void changed(List<RowChange> changes) {
        if (!waiting.isEmpty()) {
            changes.forEach(change -> shows(change.aggregateId(), change.revision()));
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private void shows(String aggregateId, long revision) {
        for (Waiter waiter : waiting.getOrDefault(aggregateId, Set.of())) {
            if (revision >= waiter.revision()) {
                answer(waiter, true);
            }
        }
    }

    private void planLook(Duration delay) {
        if (!waiting.isEmpty() && lookPlanned.compareAndSet(false, true)) {
            var _ = looking.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        lookPlanned.set(false);
        Duration next = LOOK_EVERY;
        try {
            revisions.of(Set.copyOf(waiting.keySet())).forEach(this::shows);
        } catch (RuntimeException failure) {
            next = LOOK_AFTER_FAILURE;
            LOG.warn(
                    "{} requests wait for the read model, which cannot be read; tried again in {}: {}",
                    count(),
                    next,
                    failure.toString());
        }
        overdue().forEach(waiter -> answer(waiter, false));
        planLook(next);
    }

    private Set<Waiter> overdue() {
        long now = System.nanoTime();
        return waiting.values().stream()
                .flatMap(Set::stream)
                .filter(waiter -> now - waiter.deadline() >= 0)
                .collect(Collectors.toSet());
    }

    private void answer(Waiter waiter, boolean shown) {
        leave(waiter);
        var _ = waiter.shown().completeAsync(() -> shown, goingOn);
    }

    private void leave(Waiter waiter) {
        waiting.computeIfPresent(waiter.aggregateId(), (_, others) -> {
            others.remove(waiter);
            return others.isEmpty() ? null : others;
        });
    }
}
