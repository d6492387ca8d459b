package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * One look at what comes after a position.
 *
 * @param rows filled holes, then what follows the position
 * @param settled below this index no hole of the position and the rows can be filled any more
 * @param heldBack whether rows were left out because a hole before them is likely to be filled in a moment
 */
record Look(List<EventRow> rows, long settled, boolean heldBack) {

    /**
     * The order of the statements is the proof: a hole is seen, then the writers are looked up, and only then one more
     * read decides whether the hole is dead.
     */
    static Look take(Connection connection, GapAwareTrackingToken position, int limit, HoleWatch watch)
            throws SQLException {
        List<Long> known = watch.open(position.getGaps());
        List<EventRow> rows = decide(connection, position, limit, watch, known);
        List<Long> jumped = watch.open(jumped(position.getIndex(), rows));
        if (!jumped.isEmpty()) {
            long last = rows.getLast().index();
            List<Long> all = new ArrayList<>(known);
            all.addAll(jumped);
            // Room for all that may have been filled meanwhile, so that no hole is judged without being read again;
            // what came after the last row has not been examined and waits for the next look.
            rows = decide(connection, position, limit + jumped.size(), watch, all).stream()
                    .filter(row -> row.index() <= last)
                    .toList();
        }
        return holdBack(position, rows, watch);
    }

    private static List<EventRow> decide(
            Connection connection, GapAwareTrackingToken position, int limit, HoleWatch watch, List<Long> holes)
            throws SQLException {
        Set<Long> abandoned = holes.isEmpty() ? Set.of() : watch.abandoned(holes, WriterLock.holders(connection));
        List<Long> below =
                holes.stream().filter(hole -> hole < position.getIndex()).toList();
        List<EventRow> rows = TrackedRows.read(connection, below, position.getIndex(), limit);
        if (!holes.isEmpty()) {
            Set<Long> filled = rows.stream().map(EventRow::index).collect(Collectors.toSet());
            watch.decide(without(abandoned, filled), filled);
        }
        return rows;
    }

    private static Look holdBack(GapAwareTrackingToken position, List<EventRow> rows, HoleWatch watch) {
        List<Long> open = watch.open(position.getGaps());
        List<Long> jumped = watch.open(jumped(position.getIndex(), rows));
        for (Long hole : jumped) {
            if (watch.isWorthWaiting(hole)) {
                List<EventRow> before =
                        rows.stream().filter(row -> row.index() < hole).toList();
                return new Look(before, settled(position, open, jumped, before), true);
            }
        }
        return new Look(rows, settled(position, open, jumped, rows), false);
    }

    private static long settled(
            GapAwareTrackingToken position, List<Long> open, List<Long> jumped, List<EventRow> rows) {
        if (!open.isEmpty()) {
            return open.getFirst() - 1;
        }
        if (!jumped.isEmpty()) {
            return jumped.getFirst() - 1;
        }
        return rows.isEmpty() ? position.getIndex() : rows.getLast().index();
    }

    private static List<Long> jumped(long index, List<EventRow> rows) {
        List<Long> jumped = new ArrayList<>();
        long expected = index + 1;
        for (EventRow row : rows) {
            LongStream.range(expected, row.index()).forEach(jumped::add);
            expected = Math.max(expected, row.index() + 1);
        }
        return jumped;
    }

    private static List<Long> without(Collection<Long> all, Collection<Long> some) {
        return all.stream().filter(Predicate.not(some::contains)).toList();
    }
}
