package io.keelson.driver.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The processes of this machine, read from {@code /proc}. Processes of other users look as if they had no environment. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int FLAGS = 6;
    private static final int START_TICKS = 19;
    private static final long KERNEL_THREAD = 0x0020_0000;
    private static final int LOOKS = 5;
    private static final long LOOK_NANOS = 200_000;

    /**
     * A process that lives; one that has ended but was not yet collected by its parent does not, and threads of the kernel
     * do not count.
     */
    Optional<ProcessEntry> find(long pid) {
        String stat = read(pid, "stat");
        // The name of the program stands in brackets and may itself hold brackets and spaces.
        int afterName = stat.lastIndexOf(')') + 2;
        if (afterName < 2 || afterName > stat.length()) {
            return Optional.empty();
        }
        String[] fields = stat.substring(afterName).split(" ", -1);
        if (fields.length <= START_TICKS
                || "ZXx".contains(fields[STATE])
                || (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(pid, Long.parseLong(fields[SESSION]), Long.parseLong(fields[START_TICKS])));
    }

    /** All that live, but not ourselves. */
    List<ProcessEntry> all() throws IOException {
        long ourselves = ProcessHandle.current().pid();
        List<ProcessEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path directory : directories) {
                long pid = Long.parseLong(directory.getFileName().toString());
                if (pid != ourselves) {
                    find(pid).ifPresent(entries::add);
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        return entries;
    }

    /** Whether the process was started with this variable in its environment. */
    boolean hasVariable(long pid, String name, String value) {
        return holds(environment(pid), name, value);
    }

    /** Whether it was started with the first variable, and with the second one, or without it when its value is null. */
    boolean hasVariables(long pid, String name, String value, String other, @Nullable String otherValue) {
        String environment = environment(pid);
        return holds(environment, name, value)
                && (otherValue == null
                        ? !("\0" + environment).contains("\0" + other + "=")
                        : holds(environment, other, otherValue));
    }

    /** The same as of one variable, and also true while the process is between two programs, when nobody can tell. */
    boolean mayHaveVariable(long pid, String name, String value) {
        String environment = environment(pid);
        return environment.isEmpty() || holds(environment, name, value);
    }

    private static boolean holds(String environment, String name, String value) {
        return ("\0" + environment).contains("\0" + name + "=" + value + "\0");
    }

    // While a process is becoming another program its environment reads as empty for a moment.
    private static String environment(long pid) {
        String environment = "";
        for (int look = 0; look < LOOKS; look++) {
            environment = read(pid, "environ");
            if (!environment.isEmpty() || !Files.isReadable(file(pid, "environ"))) {
                break;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return environment;
    }

    /** The words with which the process was started, each ended by a NUL. */
    String commandLine(long pid) {
        return read(pid, "cmdline");
    }

    private static Path file(long pid, String name) {
        return PROC.resolve(Long.toString(pid)).resolve(name);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(file(pid, file), StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrForeign) {
            return "";
        }
    }
}
