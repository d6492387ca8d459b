package io.keelson.job.type.maintenance;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobPlace;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Does a named task to the platform's own tables. There is a fixed list of tasks and no way to send SQL. Every task may run
 * twice; it is for the platform itself, not for tenants.
 */
public final class MaintenanceHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "platform.maintenance";

    private static final JobDefaults DEFAULTS = new JobDefaults(
            JobPlace.DEFAULT_QUEUE,
            JobRetry.DEFAULT
                    .withMaxAttempts(3)
                    .withTimeout(Duration.ofMinutes(30))
                    .withBackoff(Duration.ofSeconds(30)));

    private final DataSource dataSource;
    private final Map<String, MaintenanceTask> tasks;

    /**
     * Makes a handler.
     *
     * @param dataSource whose connections commit each statement
     * @param tasks each with a name of its own
     */
    public MaintenanceHandler(DataSource dataSource, List<MaintenanceTask> tasks) {
        this.dataSource = dataSource;
        this.tasks = tasks.stream()
                .collect(Collectors.toMap(
                        MaintenanceTask::name,
                        task -> task,
                        (one, other) -> {
                            throw new IllegalArgumentException("Two tasks are called " + one.name() + ".");
                        },
                        TreeMap::new));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(MaintenanceHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public void validate(String payload) {
        task(JobJson.read(payload, MaintenancePayload.class));
    }

    @Override
    public String run(RunningJob job) throws SQLException, InterruptedException {
        if (!job.tenantId().equals(JobOwner.PLATFORM.tenantId())) {
            throw new JobFailure("MAINTENANCE_NOT_ALLOWED", "Maintenance of the platform is not for tenants.", false);
        }
        MaintenanceTask task = toRun(job);
        long rows = 0;
        for (int i = 0; i < task.statements().size(); i++) {
            job.progress(100 * i / task.statements().size(), task.description());
            rows += run(job, task, task.statements().get(i));
        }
        return JobJson.write(Map.of("task", task.name(), "rows", rows));
    }

    private long run(RunningJob job, MaintenanceTask task, String sql) throws SQLException, InterruptedException {
        long rows = 0;
        int changed;
        do {
            changed = execute(sql);
            rows += changed;
        } while (task.repeated() && changed > 0);
        job.log("%d rows: %s".formatted(rows, sql.strip().lines().findFirst().orElse("")));
        return rows;
    }

    /** The driver does not heed interrupts, so the statement is cancelled from here. */
    private int execute(String sql) throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            FutureTask<Integer> running = new FutureTask<>(() -> Math.max(0, statement.executeUpdate(sql)));
            Thread.ofVirtual().name("maintenance").start(running);
            try {
                return running.get();
            } catch (InterruptedException stop) {
                statement.cancel();
                throw stop;
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private MaintenanceTask toRun(RunningJob job) {
        try {
            return task(JobJson.readToRun(job.payload(), MaintenancePayload.class));
        } catch (RejectedException refused) {
            throw new JobFailure("INVALID_PAYLOAD", String.valueOf(refused.getMessage()), false, refused);
        }
    }

    private MaintenanceTask task(MaintenancePayload payload) {
        MaintenanceTask task = tasks.get(payload.task());
        if (task == null) {
            throw RejectedException.invalid(
                    "payload.task", "payload.task must be one of %s.".formatted(tasks.keySet()));
        }
        return task;
    }
}
