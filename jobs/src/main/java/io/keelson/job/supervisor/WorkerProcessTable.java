package io.keelson.job.supervisor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The worker processes of one machine. Every change is refused unless its maker still holds the lease, in the same
 * statement and with the lease locked, so a supervisor that was cut off changes nothing.
 */
final class WorkerProcessTable {
    private static final String LEASE = """
            with lease as (
              select epoch from jobs.supervisor
              where machine = :machine and epoch = :epoch and expires_at > clock_timestamp() for share)
            """;
    private static final String ALL = """
            select p.*, extract(epoch from clock_timestamp() - created_at) * 1000 as age,
              extract(epoch from clock_timestamp() - coalesce(stop_requested_at,
                (select max(last_seen) from jobs.worker w where w.process_id = p.id and w.drain))) * 1000 as stopping,
              exists (select 1 from jobs.worker w where w.process_id = p.id and w.ended_at is null
                and w.last_seen > clock_timestamp() - interval '6 seconds') as reporting
            from jobs.worker_process p where machine = :machine order by slot""";
    private static final String WANT = LEASE + """
            insert into jobs.worker_process (id, machine, slot, epoch)
            select :id, :machine, :slot, epoch from lease on conflict (machine, slot) do nothing""";
    private static final String STARTED = LEASE + """
            update jobs.worker_process p set pid = :pid, start_ticks = :ticks from lease where p.id = :id""";
    private static final String STOP = LEASE + """
            update jobs.worker_process p set stop_requested_at = clock_timestamp() from lease
            where p.id = :id and stop_requested_at is null""";
    private static final String FORGET = LEASE + "delete from jobs.worker_process p using lease where p.id = :id";
    private static final String FORGET_EARLIER_BOOTS = """
            delete from jobs.worker_process
            where machine <> :machine and split_part(machine, '/', 1) = split_part(:machine, '/', 1)""";

    private final JdbcClient jdbc;
    private final String machine;

    WorkerProcessTable(DataSource dataSource, String machine) {
        this.jdbc = JdbcClient.create(dataSource);
        this.machine = machine;
    }

    List<WorkerProcess> all() {
        return jdbc.sql(ALL)
                .param("machine", machine)
                .query((row, _) -> process(row))
                .list();
    }

    /** Notes a process before it is started; false when the slot is taken or the lease is lost. */
    boolean want(UUID id, int slot, long epoch) {
        return change(WANT, id, epoch).param("slot", slot).update() == 1;
    }

    /** Notes that it was started; false when it is not wanted any more. */
    boolean started(UUID id, LinuxProcess process, long epoch) {
        return change(STARTED, id, epoch)
                        .param("pid", process.pid())
                        .param("ticks", process.startTicks())
                        .update()
                == 1;
    }

    /** Tells it to take no more jobs and to end after its last one. Twice: changes nothing. */
    void stop(UUID id, long epoch) {
        change(STOP, id, epoch).update();
    }

    /** It has ended. */
    void forget(UUID id, long epoch) {
        change(FORGET, id, epoch).update();
    }

    /** No process outlives its machine's restart. */
    void forgetEarlierBoots() {
        jdbc.sql(FORGET_EARLIER_BOOTS).param("machine", machine).update();
    }

    private JdbcClient.StatementSpec change(String sql, UUID id, long epoch) {
        return jdbc.sql(sql).param("machine", machine).param("epoch", epoch).param("id", id);
    }

    private static WorkerProcess process(ResultSet row) throws SQLException {
        long pid = row.getLong("pid");
        LinuxProcess known = row.wasNull() ? null : new LinuxProcess(pid, row.getLong("start_ticks"));
        Duration age = Duration.ofMillis(row.getLong("age"));
        long milliseconds = row.getLong("stopping");
        Duration stopping = row.wasNull() ? null : Duration.ofMillis(milliseconds);
        return new WorkerProcess(
                row.getObject("id", UUID.class), row.getInt("slot"), known, age, stopping, row.getBoolean("reporting"));
    }
}
