package io.keelson.job.queue;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which queues there are; looked up again when a name is not known, since queues come but never go. */
final class QueueNames {
    private final JdbcTemplate jdbc;
    private volatile Set<String> known = Set.of();

    QueueNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void require(String queue) {
        if (known.contains(queue)) {
            return;
        }
        known = Set.copyOf(jdbc.queryForList("select name from jobs.platform_queue", String.class));
        if (!known.contains(queue)) {
            throw new IllegalArgumentException(
                    "There is no queue %s; there are %s.".formatted(queue, String.join(", ", known)));
        }
    }
}
