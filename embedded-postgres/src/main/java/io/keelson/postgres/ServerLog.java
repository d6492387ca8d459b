package io.keelson.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that the server writes its messages to. */
final class ServerLog {
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final int TAIL_LINES = 20;

    private ServerLog() {}

    /** Puts a log that has grown past 10 MiB aside, over the one put aside before. */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines, for an error message. */
    static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException failure) {
            return "(the log cannot be read: %s)".formatted(failure);
        }
    }
}
