package io.keelson.job.health;

import io.keelson.api.health.OrphanView;
import io.keelson.driver.OwnedThing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What belongs to no instance that is known. */
final class OrphanTable {
    private static final String NOTE = """
        insert into jobs.orphan as o (driver, kind, name, instance_id, since, looks)
        select :driver, n.kind, n.name, n.id, statement_timestamp(), 1
        from unnest(:kinds::text[], :names::text[], :ids::uuid[]) n (kind, name, id)
        where not exists (select 1 from jobs.instance_watch w where w.instance_id = n.id)
        order by 2, 3
        on conflict (driver, kind, name) do update set looks = o.looks + 1, instance_id = excluded.instance_id\
        """;
    private static final String FORGET = """
        delete from jobs.orphan o where driver = :driver
          and (exists (select 1 from jobs.instance_watch w where w.instance_id = o.instance_id)
            or not exists (select 1 from unnest(:kinds::text[], :names::text[]) n (kind, name)
              where n.kind = o.kind and n.name = o.name))\
        """;
    private static final String ALL = """
        select driver, kind, name, instance_id, since from jobs.orphan where looks > 1
        order by since, driver, kind, name limit 1000\
        """;

    private final JdbcClient jdbc;

    OrphanTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** True for one node at a time, until its transaction ends. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('keelson.orphans', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Notes what a driver has, as far as nobody owns it, and forgets what is gone or owned. */
    void note(String driver, List<OwnedThing> things) {
        List<OwnedThing> distinct = things.stream().distinct().toList();
        jdbc.sql(FORGET)
                .param("driver", driver)
                .param("kinds", array("text", distinct, OwnedThing::kind))
                .param("names", array("text", distinct, OwnedThing::name))
                .update();
        jdbc.sql(NOTE)
                .param("driver", driver)
                .param("kinds", array("text", distinct, OwnedThing::kind))
                .param("names", array("text", distinct, OwnedThing::name))
                .param("ids", array("uuid", distinct, OwnedThing::instanceId))
                .update();
    }

    List<OrphanView> all() {
        return jdbc.sql(ALL).query((row, _) -> view(row)).list();
    }

    private static OrphanView view(ResultSet row) throws SQLException {
        UUID instance = row.getObject("instance_id", UUID.class);
        return new OrphanView(
                Objects.requireNonNull(row.getString("driver")),
                Objects.requireNonNull(row.getString("kind")),
                Objects.requireNonNull(row.getString("name")),
                instance == null ? null : instance.toString(),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static SqlArrayValue array(
            String type, List<OwnedThing> things, Function<OwnedThing, @Nullable Object> value) {
        return new SqlArrayValue(type, things.stream().map(value).toArray());
    }
}
