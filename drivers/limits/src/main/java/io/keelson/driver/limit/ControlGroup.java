package io.keelson.driver.limit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One directory of the control group file system. */
record ControlGroup(Path directory) {
    private static final Pattern KILLS = Pattern.compile("(?m)^oom_kill (\\d+)$");
    private static final int REMOVAL_ATTEMPTS = 100;
    private static final long REMOVAL_PAUSE_MILLIS = 20;

    void make() throws IOException {
        Files.createDirectories(directory);
    }

    boolean exists() {
        return Files.isDirectory(directory);
    }

    boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    void set(String file, String value) throws IOException {
        Files.writeString(directory.resolve(file), value);
    }

    long number(String file) throws IOException {
        return Long.parseLong(text(file));
    }

    String text(String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }

    Path entrance() {
        return directory.resolve("cgroup.procs");
    }

    Set<Long> processes() throws IOException {
        Set<Long> pids = new HashSet<>();
        try {
            for (String line : Files.readAllLines(entrance())) {
                pids.add(Long.parseLong(line));
            }
        } catch (NoSuchFileException gone) {
            return Set.of();
        }
        return pids;
    }

    /** Whether the kernel's count of kills in this file is above zero. */
    boolean countsKills(String file) {
        try {
            Matcher kills = KILLS.matcher(Files.readString(directory.resolve(file)));
            return kills.find() && Long.parseLong(kills.group(1)) > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The kernel keeps a group busy for a moment after its last process has ended. */
    void remove() throws IOException, InterruptedException {
        for (int attempt = 1; exists(); attempt++) {
            try {
                Files.deleteIfExists(directory);
            } catch (FileSystemException busy) {
                if (attempt == REMOVAL_ATTEMPTS) {
                    throw busy;
                }
                TimeUnit.MILLISECONDS.sleep(REMOVAL_PAUSE_MILLIS);
            }
        }
    }
}
