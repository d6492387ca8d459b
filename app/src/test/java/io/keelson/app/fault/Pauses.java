package io.keelson.app.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long operations stood still, read from their events. */
record Pauses(List<Pause> longest) {
    // Begins with the request, so that an operation that starts late is seen too.
    private static final String GAPS = """
        with moment as (
          select aggregate_identifier as operation, payload_type, timestamp, global_index
          from event_store.domain_event where aggregate_identifier like 'operation:%'
          union all
          select payload::jsonb ->> 'operationId', payload_type, timestamp, global_index
          from event_store.domain_event
          where payload_type in ('instance.provisioning-requested', 'instance.termination-requested'))
        select operation || ' ' || payload_type || ' ' || extract(epoch from before) || ' '
            || extract(epoch from timestamp)
        from (select *, lag(timestamp) over (partition by operation order by global_index) as before
              from moment) gap
        where timestamp - before > interval '500 ms'
        order by timestamp - before desc\
        """;

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
