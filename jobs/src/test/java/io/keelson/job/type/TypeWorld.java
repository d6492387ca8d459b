package io.keelson.job.type;

import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import io.keelson.job.queue.JobActs;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A queue, and nodes that work on it with the handlers of a test. */
public final class TypeWorld implements AutoCloseable {
    public static final UUID TENANT = UUID.fromString("7e2a4f7c-0000-4000-8000-000000000001");

    public final JobsDatabase database = new JobsDatabase();
    public final JobSignals signals = new JobSignals(database.dataSource());
    public final JobQueue queue = new JobQueue(database.dataSource(), signals);
    public final JobActs acts = new JobActs(database.dataSource(), signals);
    public final PlatformTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private final List<JobHandler> handlers;
    private final List<JobNode> nodes = new ArrayList<>();

    public TypeWorld(Function<TypeWorld, List<JobHandler>> handlers) {
        this.handlers = handlers.apply(this);
        addNode();
    }

    public static TypeWorld with(JobHandler handler) {
        return new TypeWorld(_ -> List.of(handler));
    }

    /** One more node. */
    public JobNode addNode() {
        JobNode node = new JobNode(database.dataSource(), signals, new ThreadShifts(), JobsDatabase.SETTINGS, handlers);
        node.start();
        nodes.add(node);
        return node;
    }

    /** Enqueues a job of the platform with the defaults of its type but a short back-off. */
    public UUID submit(String type, String payload) {
        return submit(type, payload, JobOwner.PLATFORM);
    }

    public UUID submit(String type, String payload, JobOwner owner) {
        JobHandler handler = handlers.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow();
        return queue.enqueue(NewJob.of(type, payload, handler.defaults())
                        .withBackoff(Duration.ofMillis(10))
                        .withOwner(owner))
                .id();
    }

    /** Waits until the job has ended. */
    public Row end(UUID job) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> row(job).status(),
                        status -> status == JobStatus.SUCCEEDED
                                || status == JobStatus.DEAD
                                || status == JobStatus.CANCELLED);
        return row(job);
    }

    public Row run(String type, String payload) {
        return end(submit(type, payload));
    }

    public Row row(UUID job) {
        return database.jdbc()
                .sql("""
                        select status, attempts, cast(result as text) as result, last_code, last_error, progress
                        from jobs.platform_job where id = ?""")
                .param(job)
                .query((row, _) -> new Row(
                        job,
                        JobStatus.of(row.getInt("status")),
                        row.getInt("attempts"),
                        String.valueOf(row.getString("result")),
                        String.valueOf(row.getString("last_code")),
                        String.valueOf(row.getString("last_error")),
                        row.getInt("progress")))
                .single();
    }

    public List<String> log(UUID job) {
        return database.jdbc()
                .sql("select line from jobs.platform_job_log where job_id = ? order by seq")
                .param(job)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        nodes.forEach(JobNode::stop);
        database.close();
    }

    /** A job as it stands. */
    public record Row(
            UUID id, JobStatus status, int attempts, String result, String code, String error, int progress) {}
}
