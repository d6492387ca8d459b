package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends processes: asks them first, then forces them, and looks again for those that were started meanwhile. */
final class ProcessEnding {
    private static final Duration FORCE = Duration.ofSeconds(10);
    private static final int EMPTY_LOOKS = 2;
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final ProcessTable table;
    private final Duration grace;

    ProcessEnding(ProcessTable table, Duration grace) {
        this.table = table;
        this.grace = grace;
    }

    /**
     * Ends what the search finds, until it finds nothing.
     *
     * @return how many were found at first
     * @throws DriverException when something survives even force
     */
    int end(UUID instanceId, Search search) throws IOException, DriverException, InterruptedException {
        Set<ProcessEntry> found = search.look();
        if (found.isEmpty()) {
            return 0;
        }
        found.forEach(entry -> signal(entry, ProcessHandle::destroy));
        if (!goneWithin(grace, search, found, false) && !goneWithin(FORCE, search, search.look(), true)) {
            throw new DriverException(
                    FailureCode.NOT_REMOVED,
                    "Processes %s of instance %s survive SIGKILL. It is tried again."
                            .formatted(
                                    search.look().stream()
                                            .map(ProcessEntry::pid)
                                            .toList(),
                                    instanceId));
        }
        return found.size();
    }

    // Empty twice: a process that is just becoming another program can be overlooked once.
    private boolean goneWithin(Duration limit, Search search, Set<ProcessEntry> first, boolean force)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        Set<ProcessEntry> left = first;
        int emptyLooks = 0;
        while (emptyLooks < EMPTY_LOOKS) {
            if (force) {
                left.forEach(entry -> signal(entry, ProcessHandle::destroyForcibly));
            }
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            left = search.look();
            emptyLooks = left.isEmpty() ? emptyLooks + 1 : 0;
            pause = left.isEmpty() ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return true;
    }

    // The id may belong to another process by now; the start time tells.
    private void signal(ProcessEntry entry, Consumer<ProcessHandle> signal) {
        table.find(entry.pid())
                .filter(now -> now.startTicks() == entry.startTicks())
                .flatMap(now -> ProcessHandle.of(now.pid()))
                .ifPresent(signal);
    }

    /** Looks for what is to end. */
    @FunctionalInterface
    interface Search {
        Set<ProcessEntry> look() throws IOException;
    }
}
