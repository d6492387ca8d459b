package io.keelson.app.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Bounds waiting by stillness and not by the clock: as long as events are appended, a busy machine may take its time. Safe
 * for several threads.
 */
final class Progress {
    /** Longer than any restart of the control plane may take. */
    private static final Duration STILL = Duration.ofMinutes(4);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final String LAST = "select coalesce(max(global_index), 0)::text from event_store.domain_event";

    private final Path home;
    private String last = "";
    private long lastLook = System.nanoTime();
    private long lastChange = lastLook;

    Progress(Path home) {
        this.home = home;
    }

    /** Fails when no event was appended for four minutes. */
    synchronized void require(String waitingFor) {
        long now = System.nanoTime();
        if (now - lastLook < LOOK.toNanos()) {
            return;
        }
        lastLook = now;
        String current = look();
        if (!current.equals(last)) {
            last = current;
            lastChange = now;
        }
        if (now - lastChange > STILL.toNanos()) {
            throw new AssertionError("Nothing has happened for %s since event %s; still waiting for %s."
                    .formatted(STILL, last, waitingFor));
        }
    }

    private String look() {
        try {
            return Database.in(home).strings(LAST).getFirst();
        } catch (IOException | SQLException duringAnOutage) {
            return last;
        }
    }
}
