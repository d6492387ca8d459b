package io.keelson.benchmark.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of the memory of a process. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";
    private static final int KIBIBYTES_PER_MEBIBYTE = 1024;

    private ResidentMemory() {}

    static double mebibytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(FIELD)) {
                String kibibytes =
                        line.substring(FIELD.length()).replace("kB", "").strip();
                return Double.parseDouble(kibibytes) / KIBIBYTES_PER_MEBIBYTE;
            }
        }
        throw new IOException("The kernel says nothing of the memory of process %d.".formatted(pid));
    }
}
