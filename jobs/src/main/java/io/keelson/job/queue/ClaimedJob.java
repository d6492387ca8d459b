package io.keelson.job.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue that this node has taken.
 *
 * @param serialKey its order among its tenant's jobs, or null
 * @param claim number of this taking; a result is accepted only while it is the newest
 * @param attempt number of this try, 1 for the first
 * @param abandoned whether the try before did not end when it was told to
 * @param waited how long it could have begun earlier
 */
record ClaimedJob(
        UUID id,
        String type,
        String payload,
        String queue,
        int priority,
        long fairSeq,
        @Nullable String serialKey,
        int claim,
        int attempt,
        int maxAttempts,
        boolean abandoned,
        Duration timeout,
        Duration backoff,
        JobOwner owner,
        JobOrigin origin,
        Duration waited) {
    /** Reads what {@link TurnStatements#TAKE} answers. */
    static ClaimedJob read(ResultSet row) throws SQLException {
        Timestamp scheduledFor = row.getTimestamp(18);
        return new ClaimedJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getBoolean(11),
                Duration.ofMillis(row.getLong(12)),
                Duration.ofMillis(row.getLong(13)),
                new JobOwner(row.getObject(14, UUID.class), row.getObject(15, UUID.class), row.getString(16)),
                new JobOrigin(
                        row.getObject(17, UUID.class),
                        scheduledFor == null ? null : scheduledFor.toInstant(),
                        row.getObject(19, UUID.class)),
                Duration.ofMillis(row.getLong(20)));
    }

    /** The same, but allowed to take so long at most. */
    ClaimedJob within(Duration longest) {
        return timeout.compareTo(longest) <= 0
                ? this
                : new ClaimedJob(
                        id,
                        type,
                        payload,
                        queue,
                        priority,
                        fairSeq,
                        serialKey,
                        claim,
                        attempt,
                        maxAttempts,
                        abandoned,
                        longest,
                        backoff,
                        owner,
                        origin,
                        waited);
    }
}
