package io.keelson.job.health;

import io.keelson.api.instance.InstanceBlueprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Who looks at which instance now, and what the looks have led to. */
final class LookTable {
    // A slot begins at the instance's place within the interval; a look is due when there was none in this slot.
    private static final String CLAIM = """
        with due as (
          select instance_id, checked_at < check_slot and mode = 0 as check_due,
            compared_at < compare_slot and not busy as compare_due
          from (select instance_id, mode, busy, checked_at, compared_at, driver, claimed_until,
              date_bin(:check * interval '1 millisecond', statement_timestamp(),
                timestamptz '2000-01-01' + phase * :check * interval '1 millisecond') as check_slot,
              date_bin(:compare * interval '1 millisecond', statement_timestamp(),
                timestamptz '2000-01-01' + phase * :compare * interval '1 millisecond') as compare_slot
            from jobs.instance_watch) slotted
          where mode in (0, 1) and driver = any (:drivers)
            and (claimed_until is null or claimed_until < statement_timestamp())
            and (checked_at < check_slot and mode = 0 or compared_at < compare_slot and not busy)
          order by checked_at limit :most),
        taken as (
          select w.instance_id from jobs.instance_watch w join due using (instance_id)
          where w.claimed_until is null or w.claimed_until < statement_timestamp()
          for update of w skip locked)
        update jobs.instance_watch w
        set claimed_by = :node, claimed_until = statement_timestamp() + :lease * interval '1 millisecond'
        from taken join due using (instance_id) join jobs.instance_blueprint b using (instance_id)
        where w.instance_id = taken.instance_id
        returning b.blueprint, w.mode, w.busy, w.maintenance, w.epoch, w.state, due.check_due, due.compare_due,
          statement_timestamp() as now\
        """;
    private static final String FREE = """
        update jobs.instance_watch w
        set state = n.state, claimed_by = null, claimed_until = null,
          checked_at = case when n.checked and w.epoch = n.epoch then n.at else w.checked_at end,
          compared_at = case when n.compared and w.epoch = n.epoch then n.at else w.compared_at end
        from unnest(:ids::uuid[], :states::text[], :epochs::int8[], :checked::bool[], :compared::bool[],
          :ats::timestamptz[]) n (id, state, epoch, checked, compared, at)
        where w.instance_id = n.id and w.claimed_by = :node\
        """;
    private static final String SAMPLE = """
        insert into jobs.health_sample (instance_id, at, report)
        select n.id, n.at, n.report from unnest(:ids::uuid[], :ats::timestamptz[], :reports::text[]) n (id, at, report)
        where exists (select 1 from jobs.instance_watch w where w.instance_id = n.id)
        on conflict do nothing\
        """;
    private static final String FORGET = """
        delete from jobs.health_sample where ctid = any (array(
          select ctid from jobs.health_sample
          where at < clock_timestamp() - :keep * interval '1 millisecond' limit 5000))\
        """;

    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    LookTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Takes instances whose look is due; nobody else looks at them until they are freed or the lease is over. */
    List<Watched> claim(Collection<String> drivers, UpkeepSettings settings, int most, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("check", settings.checkEvery().toMillis())
                .param("compare", settings.compareEvery().toMillis())
                .param("drivers", new SqlArrayValue("text", drivers.toArray()))
                .param("most", most)
                .param("node", node)
                .param("lease", lease.toMillis())
                .query((row, _) -> watched(row))
                .list();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        long epoch = row.getLong("epoch");
        String state = row.getString("state");
        Memory memory = state == null
                ? Memory.since(epoch)
                : HealthJson.read(state, Memory.class).inEpoch(epoch);
        return new Watched(
                HealthJson.read(row.getString("blueprint"), InstanceBlueprint.class),
                row.getInt("mode") == WatchTable.Mode.RUNNING.stored(),
                row.getBoolean("busy"),
                row.getBoolean("maintenance"),
                row.getBoolean("check_due"),
                row.getBoolean("compare_due"),
                memory,
                row.getObject("now", OffsetDateTime.class).toInstant());
    }

    /** Notes what looks have led to and frees their instances; those whose lease was over are left to the other node. */
    void free(List<Looked> looks) {
        if (looks.isEmpty()) {
            return;
        }
        jdbc.sql(FREE)
                .param("ids", array("uuid", looks, look -> look.watched().id().value()))
                .param("states", array("text", looks, look -> HealthJson.write(look.memory())))
                .param("epochs", array("int8", looks, look -> look.memory().epoch()))
                .param("checked", array("bool", looks, look -> look.watched().check()))
                .param("compared", array("bool", looks, look -> look.watched().compare()))
                .param("ats", array("timestamptz", looks, LookTable::at))
                .param("node", node)
                .update();
        List<Looked> seen = looks.stream().filter(look -> look.report() != null).toList();
        if (!seen.isEmpty()) {
            jdbc.sql(SAMPLE)
                    .param(
                            "ids",
                            array("uuid", seen, look -> look.watched().id().value()))
                    .param("ats", array("timestamptz", seen, LookTable::at))
                    .param(
                            "reports",
                            array("text", seen, look -> HealthJson.write(Objects.requireNonNull(look.report()))))
                    .update();
        }
    }

    /** Frees everything that this node looks at. */
    void leave() {
        jdbc.sql("update jobs.instance_watch set claimed_by = null, claimed_until = null where claimed_by = ?")
                .param(node)
                .update();
    }

    /** Removes some of the samples that are too old; how many. */
    int forget(Duration keep) {
        return jdbc.sql(FORGET).param("keep", keep.toMillis()).update();
    }

    private static Object at(Looked look) {
        return look.watched().now().toString();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
