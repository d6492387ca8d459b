package io.keelson.job.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where work for the background is left. A job exists exactly when the transaction that enqueued it was committed. */
public final class JobQueue {
    private static final int MOST_AT_ONCE = 10_000;

    private final JdbcTemplate jdbc;
    private final AfterCommit afterCommit;
    private final QueueNames names;
    private final UniqueKeys keys;
    private final List<EnqueueListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Makes a queue.
     *
     * @param dataSource the one whose Spring transactions callers use
     */
    public JobQueue(DataSource dataSource, JobSignal signal) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.afterCommit = new AfterCommit(signal::jobEnqueued);
        this.names = new QueueNames(jdbc);
        this.keys = new UniqueKeys(dataSource, this::insert);
    }

    /** From now on {@code listener} hears of the jobs that are added here. */
    public void listen(EnqueueListener listener) {
        listeners.add(listener);
    }

    /**
     * Enqueues a job in the running transaction, or at once when there is none.
     *
     * @return what became of it; never nothing
     * @throws IllegalArgumentException when there is no such queue
     */
    public Enqueued enqueue(NewJob job) {
        return enqueueAll(List.of(job)).getFirst();
    }

    /**
     * Enqueues many jobs in the running transaction, or each 10,000 of them at once when there is none.
     *
     * @return what became of each, in the same order
     * @throws IllegalArgumentException when there is no such queue; then no job was enqueued
     */
    public List<Enqueued> enqueueAll(List<NewJob> jobs) {
        jobs.forEach(job -> names.require(job.place().queue()));
        List<Enqueued> enqueued = new ArrayList<>(jobs.size());
        for (int from = 0; from < jobs.size(); from += MOST_AT_ONCE) {
            enqueued.addAll(keys.enqueue(jobs.subList(from, Math.min(jobs.size(), from + MOST_AT_ONCE))));
        }
        if (enqueued.stream().anyMatch(one -> one.fate() != Enqueued.Fate.KEPT)) {
            afterCommit.call();
            tellOf(jobs, enqueued);
        }
        return enqueued;
    }

    private void tellOf(List<NewJob> jobs, List<Enqueued> enqueued) {
        if (listeners.isEmpty()) {
            return;
        }
        List<NewJob> added = IntStream.range(0, jobs.size())
                .filter(index -> enqueued.get(index).added())
                .mapToObj(jobs::get)
                .toList();
        new AfterCommit(() -> listeners.forEach(listener -> listener.enqueued(added))).call();
    }

    /** Inserts what no earlier unfinished job with its key keeps away; the ids of the others exist nowhere. */
    private List<Enqueued> insert(List<NewJob> jobs) {
        return jdbc.query(
                new NewJobRows(jobs)::statement,
                (row, _) -> new Enqueued(
                        row.getObject(1, UUID.class), row.getBoolean(2) ? Enqueued.Fate.ADDED : Enqueued.Fate.KEPT));
    }
}
