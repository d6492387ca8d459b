package io.keelson.app.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long operations stood still, read from their events. */
record Pauses(List<Pause> longest) {
    // A step that waits for its next try stands still on purpose, so its delay does not count.
    private static final String GAPS = """
            select aggregate_identifier || ' ' || payload_type || ' ' || extract(epoch from before) || ' '
                || extract(epoch from timestamp)
            from (select aggregate_identifier, payload_type, timestamp,
                    lag(timestamp) over (partition by aggregate_identifier order by sequence_number) as before
                  from event_store.domain_event where aggregate_identifier like 'operation:%') gaps
            where timestamp - before > interval '500 ms'
            order by timestamp - before desc""";

    /** Nothing happened to an operation in between; {@code until} is the type of the event that ended it. */
    record Pause(String operation, String until, Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }

        /** How long it took the operation to go on after the last of the blows that hit it was over. */
        Duration sinceReady(List<Blows.Blow> blows) {
            return blows.stream()
                    .map(Blows.Blow::ready)
                    .filter(ready -> ready.isAfter(from) && ready.isBefore(to))
                    .max(Instant::compareTo)
                    .map(ready -> Duration.between(ready, to))
                    .orElse(Duration.ZERO);
        }
    }

    static Pauses in(Database database) throws SQLException {
        return new Pauses(database.strings(GAPS).stream().map(Pauses::pause).toList());
    }

    private static Pause pause(String row) {
        String[] words = row.split(" ", -1);
        return new Pause(words[0], words[1], instant(words[2]), instant(words[3]));
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochMilli(Math.round(Double.parseDouble(seconds) * 1_000));
    }
}
