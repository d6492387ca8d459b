package io.keelson.job.worker;

import io.keelson.api.worker.NodeRole;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker's own row. Time is the database's. */
final class WorkerTable {
    // A supervised worker outlives its supervisor's restart, but not a supervisor that never comes back.
    private static final String REPORT = """
            insert into jobs.worker
              (id, process_id, host, pid, roles, version, phase, last_seen, lanes, busy, max_lanes, heap_used, heap_max)
            values (:id, :process, :host, :pid, :roles, :version, :phase, clock_timestamp(), :lanes, :busy, :maxLanes,
              :heapUsed, :heapMax)
            on conflict (id) do update set phase = excluded.phase, last_seen = excluded.last_seen, ended_at = null,
              lanes = excluded.lanes, busy = excluded.busy, max_lanes = excluded.max_lanes,
              heap_used = excluded.heap_used, heap_max = excluded.heap_max
            returning drain, process_id is null or exists (
              select 1 from jobs.worker_process p join jobs.supervisor s using (machine)
              where p.id = process_id and p.stop_requested_at is null
                and s.expires_at > clock_timestamp() - interval '10 minutes') as wanted""";
    private static final String END = """
            update jobs.worker set ended_at = clock_timestamp(), phase = 'DRAINING', lanes = 0, busy = 0
            where id = :id""";
    private static final String FORGET =
            "delete from jobs.worker where last_seen < clock_timestamp() - :remember * interval '1 millisecond'";

    private final JdbcClient jdbc;

    WorkerTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Shows how a worker is, and answers what is wanted of it. */
    WorkerOrders report(UUID id, WorkerProfile profile, WorkerReport report) {
        return jdbc.sql(REPORT)
                .param("id", id)
                .param("process", profile.process())
                .param("host", WorkerProfile.host())
                .param("pid", WorkerProfile.pid())
                .param("roles", profile.roles().stream().map(NodeRole::name).collect(Collectors.joining(",")))
                .param("version", profile.version())
                .param("phase", report.phase().name())
                .param("lanes", report.lanes())
                .param("busy", report.busy())
                .param("maxLanes", report.maxLanes())
                .param("heapUsed", report.heapUsed())
                .param("heapMax", report.heapMax())
                .query((row, _) -> new WorkerOrders(row.getBoolean("drain"), row.getBoolean("wanted")))
                .single();
    }

    /** The worker is gone in order; twice changes nothing that matters. */
    void end(UUID id) {
        jdbc.sql(END).param("id", id).update();
    }

    /** Forgets workers that were last seen longer ago. */
    void forget(Duration remember) {
        jdbc.sql(FORGET).param("remember", remember.toMillis()).update();
    }
}
