package io.keelson.job.step;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations that are not over: what each works on, and the try of a step that has no outcome yet. */
final class OperationTable {
    // A try whose job has succeeded has an outcome that is only not heard of yet, unless that takes far too long.
    private static final String LOST = """
            select o.step_job, j.status, j.attempts, j.last_error
            from jobs.operation_blueprint o left join jobs.platform_job j on j.id = o.job_id
            where o.step_key is not null and o.step_since < clock_timestamp() - :patience * interval '1 millisecond'
              and not exists (select 1 from jobs.platform_job live
                where live.type = :type and live.unique_key = o.step_key and live.status in (0, 1, 2))
              and (j.status is distinct from 3
                or j.finished_at < clock_timestamp() - :unheard * interval '1 millisecond')""";

    private final JdbcClient jdbc;

    OperationTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Twice: the first one stays. */
    void add(OperationId operation, OperationWork work) {
        jdbc.sql("""
            insert into jobs.operation_blueprint (operation_id, blueprint) values (:operation, :blueprint)
            on conflict do nothing\
            """)
                .param("operation", operation.value())
                .param("blueprint", StepJson.write(work))
                .update();
    }

    Optional<OperationWork> work(OperationId operation) {
        return jdbc.sql("select blueprint from jobs.operation_blueprint where operation_id = :operation")
                .param("operation", operation.value())
                .query(String.class)
                .optional()
                .map(json -> OperationWork.read(json));
    }

    /** What a try works on, or nothing when that try is no longer under way. */
    Optional<OperationWork> workFor(StepJob step) {
        return jdbc.sql("""
            select blueprint from jobs.operation_blueprint
            where operation_id = :operation and step_key = :key\
            """)
                .param("operation", step.operationId().value())
                .param("key", step.key())
                .query(String.class)
                .optional()
                .map(json -> OperationWork.read(json));
    }

    void stepLaunched(StepJob step, UUID job) {
        jdbc.sql("""
            update jobs.operation_blueprint
            set step_key = :key, step_job = :step, job_id = :job, step_since = clock_timestamp()
            where operation_id = :operation\
            """)
                .param("operation", step.operationId().value())
                .param("key", step.key())
                .param("step", StepJson.write(step))
                .param("job", job)
                .update();
    }

    /** Twice, or for an earlier try: changes nothing. */
    void stepEnded(OperationId operation, StepAttempt attempt) {
        jdbc.sql("""
            update jobs.operation_blueprint
            set step_key = null, step_job = null, job_id = null, step_since = null
            where operation_id = :operation and step_key = :key\
            """)
                .param("operation", operation.value())
                .param("key", StepJob.key(operation, attempt))
                .update();
    }

    void remove(OperationId operation) {
        jdbc.sql("delete from jobs.operation_blueprint where operation_id = :operation")
                .param("operation", operation.value())
                .update();
    }

    /** True for one node at a time, until its transaction ends. */
    boolean lockForReconciling() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('keelson.step-reconciler', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Tries that are under way for longer than {@code patience} without a job that will end them. */
    List<LostStep> lost(Duration patience, Duration unheard) {
        return jdbc.sql(LOST)
                .param("patience", patience.toMillis())
                .param("unheard", unheard.toMillis())
                .param("type", StepJob.TYPE)
                .query((row, _) -> new LostStep(
                        StepJson.read(row.getString("step_job"), StepJob.class),
                        row.getInt("status") == LostStep.DEAD,
                        row.getInt("attempts"),
                        row.getString("last_error")))
                .list();
    }
}
