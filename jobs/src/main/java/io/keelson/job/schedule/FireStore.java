package io.keelson.job.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock's statements on {@code platform_schedule}. */
final class FireStore {
    private static final String CLAIM = """
            select %s, next_fire_at from jobs.platform_schedule where due_at <= :now
            order by due_at limit :most for update skip locked""".formatted(ScheduleRow.COLUMNS);
    private static final String ADVANCE = """
            update jobs.platform_schedule s
            set next_fire_at = cast(a.next as timestamptz), due_at = cast(a.due as timestamptz),
              last_fire_at = coalesce(cast(a.last as timestamptz), s.last_fire_at)
            from unnest(:ids, :nexts, :dues, :lasts) as a (id, next, due, last)
            where s.id = a.id""";
    private static final String NEXT_DUE = "select min(due_at) from jobs.platform_schedule where due_at > :now";

    private final JdbcClient jdbc;
    private final DatabaseTime time;

    FireStore(DataSource dataSource, DatabaseTime time) {
        this.jdbc = JdbcClient.create(dataSource);
        this.time = time;
    }

    Instant now() {
        return time.now(jdbc);
    }

    /** Locks due schedules that no other node has locked. */
    List<DueSchedule> claim(Instant now, int most) {
        return jdbc.sql(CLAIM)
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query((row, _) -> new DueSchedule(ScheduleRow.of(row), SqlTime.read(row, "next_fire_at")))
                .list();
    }

    void advance(List<Advance> advances) {
        Columns<Advance> columns = new Columns<>(advances);
        jdbc.sql(ADVANCE)
                .param("ids", columns.of("uuid", advance -> advance.schedule().id()))
                .param(
                        "nexts",
                        columns.of(
                                "text",
                                advance -> text(
                                        advance.next() == null
                                                ? null
                                                : advance.next().at())))
                .param(
                        "dues",
                        columns.of(
                                "text",
                                advance -> text(
                                        advance.next() == null
                                                ? null
                                                : advance.next().dueAt())))
                .param("lasts", columns.of("text", advance -> text(advance.last())))
                .update();
    }

    /** How long it is from {@code now} until the next schedule is due; empty when none is. */
    Optional<Duration> untilNext(Instant now) {
        return jdbc
                .sql(NEXT_DUE)
                .param("now", SqlTime.of(now))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(due -> Duration.between(now, due.toInstant()))
                .findFirst();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Objects.toString(instant);
    }

    /**
     * Where a schedule goes on.
     *
     * @param last the last fire that made a job now, or null
     */
    record Advance(
            DueSchedule schedule,
            @Nullable NextFire next,
            @Nullable Instant last) {}
}
