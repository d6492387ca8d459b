package io.keelson.job.queue;

import java.time.Duration;

/**
 * How long jobs that have ended are kept, with their tries and logs.
 *
 * @param succeeded counted from the end, like the others
 * @param cancelled those that somebody cancelled
 * @param dead those that were given up; long, because somebody has to care for them
 */
public record JobRetention(Duration succeeded, Duration cancelled, Duration dead) {
    /** A week; thirty days for dead ones. */
    public static final JobRetention DEFAULT =
            new JobRetention(Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(30));

    Duration shortest() {
        Duration shorter = succeeded.compareTo(cancelled) < 0 ? succeeded : cancelled;
        return shorter.compareTo(dead) < 0 ? shorter : dead;
    }
}
