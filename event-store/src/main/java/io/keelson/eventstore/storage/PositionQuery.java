package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/** Finds positions by rank or by time, with every hole that an unfinished writer may fill. */
final class PositionQuery {
    private static final String LAST_DRAWN =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM event_store.domain_event_index";
    private static final String FIRST_AT =
            "SELECT min(global_index) FROM event_store.domain_event WHERE timestamp >= ?";
    // One statement, so that the holes and the last index belong to the same snapshot.
    private static final String STEPS = """
            SELECT previous, global_index FROM (
                SELECT global_index,
                       lag(global_index, 1, ?) OVER (ORDER BY global_index) AS previous,
                       lead(global_index) OVER (ORDER BY global_index) AS following
                FROM event_store.domain_event WHERE global_index > ? AND global_index <= ?) AS step
            WHERE global_index > previous + 1 OR following IS NULL ORDER BY global_index
            """;

    private PositionQuery() {}

    /** After everything that is visible now. */
    static GapAwareTrackingToken head(Connection connection) throws SQLException {
        return upTo(connection, Long.MAX_VALUE);
    }

    /** Before everything that happened at {@code time} or later. */
    static GapAwareTrackingToken at(Connection connection, Instant time) throws SQLException {
        OptionalLong first = firstAt(connection, time);
        return first.isPresent() ? upTo(connection, first.getAsLong() - 1) : head(connection);
    }

    private static GapAwareTrackingToken upTo(Connection connection, long last) throws SQLException {
        long floor = Math.min(settledFloor(connection), last);
        NavigableSet<Long> holes = new TreeSet<>();
        long index = floor;
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setLong(1, floor);
            statement.setLong(2, floor);
            statement.setLong(3, last);
            try (ResultSet step = statement.executeQuery()) {
                while (step.next()) {
                    index = step.getLong("global_index");
                    LongStream.range(step.getLong("previous") + 1, index).forEach(holes::add);
                }
            }
        }
        return GapAwareTrackingToken.newInstance(index, holes);
    }

    /** With no writer under way, all that was drawn before is visible or dead; else any hole may still be filled. */
    private static long settledFloor(Connection connection) throws SQLException {
        long drawn;
        try (PreparedStatement statement = connection.prepareStatement(LAST_DRAWN);
                ResultSet result = statement.executeQuery()) {
            result.next();
            drawn = result.getLong(1);
        }
        return WriterLock.holders(connection).isEmpty() ? drawn : 0;
    }

    private static OptionalLong firstAt(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_AT)) {
            statement.setObject(1, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                Long first = result.getObject(1, Long.class);
                return first == null ? OptionalLong.empty() : OptionalLong.of(first);
            }
        }
    }
}
