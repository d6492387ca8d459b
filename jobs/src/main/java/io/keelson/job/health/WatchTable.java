package io.keelson.job.health;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which instances there are, and what should be of them. */
final class WatchTable {
    private final JdbcClient jdbc;

    WatchTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** How an instance is watched. */
    enum Mode {
        RUNNING(0),
        STOPPED(1),
        NOT_WATCHED(2);

        private final int stored;

        Mode(int stored) {
            this.stored = stored;
        }

        /** How the table says it. */
        int stored() {
            return stored;
        }
    }

    /** Twice: the first one stays. The hash of a random id spreads instances evenly. */
    void add(InstanceBlueprint blueprint, long epoch) {
        jdbc.sql("""
            insert into jobs.instance_watch (instance_id, driver, mode, epoch, phase)
            values (:id, :driver, :mode, :epoch, (hashtextextended(cast(:id as text), 0) & 1048575) / 1048576.0)
            on conflict do nothing\
            """)
                .param("id", blueprint.instanceId().value())
                .param("driver", blueprint.driver().value())
                .param("mode", Mode.NOT_WATCHED.stored())
                .param("epoch", epoch)
                .update();
        jdbc.sql("insert into jobs.instance_blueprint (instance_id, blueprint) values (?, ?) on conflict do nothing")
                .params(blueprint.instanceId().value(), HealthJson.write(blueprint))
                .update();
    }

    /** The instance begins anew, without an operation; the first look comes after a whole interval. */
    void begin(InstanceId id, Mode mode, long epoch) {
        jdbc.sql("""
            update jobs.instance_watch set mode = ?, stopped = ?, busy = false, epoch = ?,
              checked_at = clock_timestamp(), compared_at = clock_timestamp()
            where instance_id = ?\
            """)
                .params(mode.stored(), mode == Mode.STOPPED, epoch, id.value())
                .update();
    }

    void mode(InstanceId id, Mode mode) {
        jdbc.sql("update jobs.instance_watch set mode = ?, busy = false where instance_id = ?")
                .params(mode.stored(), id.value())
                .update();
    }

    /** After a termination that failed: as before when nothing was removed, else no longer watched. */
    void restore(InstanceId id, boolean untouched, long epoch) {
        if (untouched) {
            jdbc.sql("""
                update jobs.instance_watch set busy = false, epoch = ?,
                  mode = case when stopped then 1 else 0 end
                where instance_id = ? and mode = 2\
                """).params(epoch, id.value()).update();
        }
    }

    void busy(InstanceId id, boolean busy) {
        jdbc.sql("update jobs.instance_watch set busy = ? where instance_id = ?")
                .params(busy, id.value())
                .update();
    }

    void maintenance(InstanceId id, boolean on) {
        jdbc.sql("update jobs.instance_watch set maintenance = ?, busy = false where instance_id = ?")
                .params(on, id.value())
                .update();
    }

    Optional<InstanceBlueprint> blueprint(InstanceId id) {
        return jdbc.sql("select blueprint from jobs.instance_blueprint where instance_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json -> HealthJson.read(json, InstanceBlueprint.class));
    }

    void blueprint(InstanceId id, InstanceBlueprint blueprint) {
        jdbc.sql("update jobs.instance_blueprint set blueprint = ? where instance_id = ?")
                .params(HealthJson.write(blueprint), id.value())
                .update();
    }

    void remove(InstanceId id) {
        jdbc.sql("delete from jobs.health_sample where instance_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from jobs.instance_watch where instance_id = ?")
                .param(id.value())
                .update();
    }
}
