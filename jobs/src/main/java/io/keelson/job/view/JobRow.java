package io.keelson.job.view;

import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobView;
import io.keelson.api.tenant.TenantId;
import io.keelson.job.desk.JobStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a job's row that make a {@link JobView}; the large ones are left where they are. */
final class JobRow {
    static final String COLUMNS = """
        id, type, queue, status, priority, attempts, max_attempts, timeout_ms, backoff_ms, progress,
          progress_message, last_error, cancel_requested, unique_key, serial_key, tenant_id, instance_id, created_by,
          schedule_id, scheduled_for, parent_id, run_at, created_at, started_at, finished_at\
        """;
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final String SCHEDULE = "schedule";
    private static final int DONE = 100;

    private JobRow() {}

    static JobView view(ResultSet row) throws SQLException {
        JobState state = JobStates.of(row.getInt("status"), row.getInt("attempts"));
        return new JobView(
                new JobId(uuid(row, "id")),
                new JobType(row.getString("type")),
                new QueueName(row.getString("queue")),
                state,
                row.getInt("priority"),
                row.getInt("attempts"),
                row.getInt("max_attempts"),
                Duration.ofMillis(row.getLong("timeout_ms")),
                Duration.ofMillis(row.getLong("backoff_ms")),
                state == JobState.COMPLETED ? DONE : row.getInt("progress"),
                row.getString("progress_message"),
                row.getString("last_error"),
                row.getBoolean("cancel_requested"),
                row.getString("unique_key"),
                row.getString("serial_key"),
                optional(row, "tenant_id", id -> id.equals(PLATFORM) ? null : new TenantId(id)),
                optional(row, "instance_id", InstanceId::new),
                row.getString("created_by"),
                optional(row, "schedule_id", id -> TypedId.format(SCHEDULE, id)),
                instant(row, "scheduled_for"),
                optional(row, "parent_id", JobId::new),
                Objects.requireNonNull(instant(row, "run_at")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static <T> @Nullable T optional(ResultSet row, String column, Function<UUID, @Nullable T> read)
            throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : read.apply(id);
    }
}
