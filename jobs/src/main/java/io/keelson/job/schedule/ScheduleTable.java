package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.event.ScheduleCreated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register's statements on {@code platform_schedule}. Each follows an event and answers whether it was news: the
 * revision of a row only grows.
 */
final class ScheduleTable {
    private static final String ADD = """
            insert into jobs.platform_schedule
              (id, revision, name, folded_name, tenant_id, instance_id, created_by, created_at, updated_at, definition,
               job_type, enabled, next_fire_at, due_at, pause_after)
            values (:id, :revision, :name, :folded, :tenant, :instance, :createdBy, :at, :at, :definition,
              :jobType, :enabled, :next, :due, :pauseAfter)
            on conflict (id) do nothing""";
    private static final String REDEFINE = """
            update jobs.platform_schedule
            set revision = :revision, name = :name, folded_name = :folded, updated_at = :at, definition = :definition,
              job_type = :jobType, next_fire_at = :next, due_at = :due, pause_after = :pauseAfter, failures = 0,
              pause_due = false
            where id = :id and revision < :revision""";
    private static final String SWITCH = """
            update jobs.platform_schedule
            set revision = :revision, updated_at = :at, enabled = :enabled, paused = :paused,
              failures = case when :enabled then 0 else failures end, pause_due = false,
              next_fire_at = :next, due_at = :due
            where id = :id and revision < :revision""";
    private static final String DELETE = """
            update jobs.platform_schedule
            set revision = :revision, updated_at = :at, deleted = true, enabled = false, pause_due = false,
              next_fire_at = null, due_at = null
            where id = :id and revision < :revision""";
    private static final String NOTE = """
            update jobs.platform_schedule set revision = :revision, updated_at = :at
            where id = :id and revision < :revision""";

    private final JdbcClient jdbc;

    ScheduleTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    boolean add(ScheduleCreated event, Stamp stamp, @Nullable NextFire next) {
        ScheduleDefinition definition = event.definition();
        return jdbc.sql(ADD)
                        .param("id", event.scheduleId().value())
                        .param("revision", stamp.revision())
                        .param("name", definition.name().value())
                        .param("folded", folded(definition))
                        .param(
                                "tenant",
                                event.owner().tenantId() == null
                                        ? null
                                        : event.owner().tenantId().value())
                        .param(
                                "instance",
                                event.owner().instanceId() == null
                                        ? null
                                        : event.owner().instanceId().value())
                        .param("createdBy", stamp.actor())
                        .param("at", SqlTime.of(stamp.at()))
                        .param("definition", ScheduleJson.write(definition))
                        .param("jobType", definition.job().type())
                        .param("enabled", event.enabled())
                        .param("next", next == null ? null : SqlTime.of(next.at()))
                        .param("due", next == null ? null : SqlTime.of(next.dueAt()))
                        .param("pauseAfter", definition.rules().pauseAfterFailures())
                        .update()
                == 1;
    }

    boolean redefine(ScheduleId id, ScheduleDefinition definition, Stamp stamp, @Nullable NextFire next) {
        return jdbc.sql(REDEFINE)
                        .param("id", id.value())
                        .param("revision", stamp.revision())
                        .param("name", definition.name().value())
                        .param("folded", folded(definition))
                        .param("at", SqlTime.of(stamp.at()))
                        .param("definition", ScheduleJson.write(definition))
                        .param("jobType", definition.job().type())
                        .param("next", next == null ? null : SqlTime.of(next.at()))
                        .param("due", next == null ? null : SqlTime.of(next.dueAt()))
                        .param("pauseAfter", definition.rules().pauseAfterFailures())
                        .update()
                == 1;
    }

    boolean enable(ScheduleId id, Stamp stamp, @Nullable NextFire next) {
        return change(id, stamp, true, false, next);
    }

    boolean disable(ScheduleId id, Stamp stamp, boolean paused) {
        return change(id, stamp, false, paused, null);
    }

    boolean delete(ScheduleId id, Stamp stamp) {
        return jdbc.sql(DELETE)
                        .param("id", id.value())
                        .param("revision", stamp.revision())
                        .param("at", SqlTime.of(stamp.at()))
                        .update()
                == 1;
    }

    /** Notes an event that changes nothing about the schedule itself. */
    boolean note(ScheduleId id, Stamp stamp) {
        return jdbc.sql(NOTE)
                        .param("id", id.value())
                        .param("revision", stamp.revision())
                        .param("at", SqlTime.of(stamp.at()))
                        .update()
                == 1;
    }

    /** The schedule, locked until the transaction ends; {@code enabled} tells whether it fires. */
    Optional<Known> known(ScheduleId id) {
        return jdbc.sql("select %s, enabled from jobs.platform_schedule where id = :id for update"
                        .formatted(ScheduleRow.COLUMNS))
                .param("id", id.value())
                .query((row, _) -> new Known(ScheduleRow.of(row), row.getBoolean("enabled")))
                .optional();
    }

    void lastFire(ScheduleId id, Instant fire) {
        jdbc.sql("""
                        update jobs.platform_schedule set last_fire_at = greatest(last_fire_at, :fire) where id = :id""").param("id", id.value()).param("fire", SqlTime.of(fire)).update();
    }

    private boolean change(ScheduleId id, Stamp stamp, boolean enabled, boolean paused, @Nullable NextFire next) {
        return jdbc.sql(SWITCH)
                        .param("id", id.value())
                        .param("revision", stamp.revision())
                        .param("at", SqlTime.of(stamp.at()))
                        .param("enabled", enabled)
                        .param("paused", paused)
                        .param("next", next == null ? null : SqlTime.of(next.at()))
                        .param("due", next == null ? null : SqlTime.of(next.dueAt()))
                        .update()
                == 1;
    }

    private static String folded(ScheduleDefinition definition) {
        return definition.name().value().toLowerCase(Locale.ROOT);
    }

    /** A schedule as the register knows it. */
    record Known(ScheduleRow row, boolean enabled) {}
}
