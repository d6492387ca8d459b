package io.keelson.driver.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What instances keep in files and in their databases; measured anew every five minutes, for it means reading much. */
final class DiskUsage {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final DatabaseWatch database;
    private final Clock clock;
    private final Map<UUID, Measure> measures = new ConcurrentHashMap<>();

    DiskUsage(DatabaseWatch database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Measure(long bytes, Instant until) {}

    long of(UUID instanceId, Path data) throws IOException, SQLException {
        Instant now = clock.instant();
        Measure known = measures.get(instanceId);
        if (known == null || !now.isBefore(known.until())) {
            known = new Measure(bytes(data) + database.size(instanceId), now.plus(REMEMBERED));
            measures.put(instanceId, known);
        }
        return known.bytes();
    }

    void forget(UUID instanceId) {
        measures.remove(instanceId);
    }

    private static long bytes(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.mapToLong(DiskUsage::size).sum();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    // The workload deletes files while they are counted.
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
