package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a postmaster writes into {@code postmaster.pid} of its data directory.
 *
 * @param pid number of its process
 * @param startedAt when it started, in whole seconds
 * @param port TCP port it listens on
 * @param ready whether it takes connections
 */
record PidFile(long pid, Instant startedAt, int port, boolean ready) {
    private static final int PID = 0;
    private static final int STARTED_AT = 2;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The file's content, or nothing when it is absent or not written to its end yet. */
    static Optional<PidFile> read(Path data) throws IOException {
        try {
            return parse(Files.readAllLines(in(data)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Optional<PidFile> parse(List<String> lines) {
        if (lines.size() <= PORT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(PID).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED_AT).strip())),
                    Integer.parseInt(lines.get(PORT).strip()),
                    lines.size() > STATUS && lines.get(STATUS).strip().equals("ready")));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
