package io.keelson.job.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The jobs that this node has claimed, from the claim until their outcome is saved. */
final class HeldJobs {
    private final Map<UUID, RunningJob> held = new ConcurrentHashMap<>();
    private final Queue<JobOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Queue<RunningJob> reporting = new ConcurrentLinkedQueue<>();

    RunningJob hold(ClaimedJob row) {
        RunningJob job = new RunningJob(row, reporting::add);
        RunningJob before = held.put(job.id(), job);
        if (before != null) {
            // The node was taken for dead and took its own job again before it noticed; the old try counts no more.
            before.interrupt(Interruption.STOP);
        }
        return job;
    }

    @Nullable
    RunningJob get(UUID id) {
        return held.get(id);
    }

    Collection<RunningJob> all() {
        return held.values();
    }

    Set<UUID> ids() {
        return Set.copyOf(held.keySet());
    }

    int size() {
        return held.size();
    }

    /** Ends a try; only the first end counts. */
    boolean settle(RunningJob job, JobOutcome outcome) {
        boolean first = job.settle();
        if (first) {
            outcomes.add(outcome.after(job.ran(System.nanoTime())));
        }
        return first;
    }

    void drainTo(List<JobOutcome> drained) {
        for (JobOutcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            drained.add(outcome);
        }
    }

    boolean reports() {
        return !reporting.isEmpty();
    }

    /** The jobs that have told something new; each once. */
    List<RunningJob> drainReporting() {
        List<RunningJob> drained = new ArrayList<>();
        for (RunningJob job = reporting.poll(); job != null; job = reporting.poll()) {
            drained.add(job);
        }
        return drained;
    }

    /** The outcomes are durable; the jobs are not this node's business any more. */
    synchronized void saved(List<JobOutcome> durable) {
        for (JobOutcome outcome : durable) {
            held.computeIfPresent(
                    outcome.job().id(),
                    (_, job) -> job.row().claim() == outcome.job().claim() ? null : job);
        }
        if (held.isEmpty()) {
            notifyAll();
        }
    }

    void interrupt(Interruption why) {
        held.values().forEach(job -> job.interrupt(why));
    }

    /** Waits until every outcome is saved; false when that took longer. */
    synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!held.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
