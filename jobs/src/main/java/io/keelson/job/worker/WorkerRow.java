package io.keelson.job.worker;

import io.keelson.api.worker.NodeRole;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.WorkerState;
import io.keelson.api.worker.query.WorkerHeap;
import io.keelson.api.worker.query.WorkerJob;
import io.keelson.api.worker.query.WorkerLanes;
import io.keelson.api.worker.query.WorkerView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A worker as it is read, before its jobs are known. */
record WorkerRow(WorkerView view, WorkerCursor cursor) {
    private static final int MEGABYTE_BITS = 20;

    static WorkerRow of(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        WorkerView view = new WorkerView(
                new WorkerId(id),
                WorkerState.valueOf(row.getString("state")),
                row.getString("host"),
                row.getLong("pid"),
                Stream.of(row.getString("roles").split(",", -1))
                        .map(NodeRole::valueOf)
                        .sorted()
                        .toList(),
                row.getObject("process_id") != null,
                row.getString("version"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                new WorkerLanes(row.getInt("lanes"), row.getInt("busy"), row.getInt("max_lanes")),
                new WorkerHeap(megabytes(row.getLong("heap_used")), megabytes(row.getLong("heap_max"))),
                row.getString("drain_reason"),
                List.of());
        return new WorkerRow(view, new WorkerCursor(row.getLong("micros"), id));
    }

    WorkerView with(List<WorkerJob> jobs) {
        return new WorkerView(
                view.id(),
                view.state(),
                view.host(),
                view.pid(),
                view.roles(),
                view.supervised(),
                view.version(),
                view.startedAt(),
                view.lastSeen(),
                view.lanes(),
                view.heap(),
                view.drainReason(),
                jobs);
    }

    private static int megabytes(long bytes) {
        return (int) (bytes >> MEGABYTE_BITS);
    }
}
