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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of this machine, read from {@code /proc}. Processes of other users look as if they had no environment. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int FLAGS = 6;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int START_TICKS = 19;
    private static final long KERNEL_THREAD = 0x0020_0000;
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final int LOOKS = 5;
    private static final long LOOK_NANOS = 200_000;

    /**
     * A process that lives; one that has ended but was not yet collected by its parent does not, and threads of the kernel
     * do not count.
     */
    Optional<ProcessEntry> find(long pid) {
        String[] fields = stat(pid);
        if (fields.length <= START_TICKS
                || "ZXx".contains(fields[STATE])
                || (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(pid, Long.parseLong(fields[SESSION]), Long.parseLong(fields[START_TICKS])));
    }

    // The name of the program stands in brackets and may itself hold brackets and spaces.
    private static String[] stat(long pid) {
        String stat = read(pid, "stat");
        int afterName = stat.lastIndexOf(')') + 2;
        return afterName < 2 || afterName > stat.length()
                ? new String[0]
                : stat.substring(afterName).split(" ", -1);
    }

    /** Clock ticks that a process has used up to now; 0 when it is gone. */
    long cpuTicks(long pid) {
        String[] fields = stat(pid);
        return fields.length <= SYSTEM_TICKS
                ? 0
                : Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }

    /** Bytes of memory that a process holds; 0 when it is gone. */
    long memoryBytes(long pid) {
        Matcher resident = RESIDENT.matcher(read(pid, "status"));
        return resident.find() ? Long.parseLong(resident.group(1)) << 10 : 0;
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

    /** The value of a variable that the process was started with. */
    Optional<String> variable(long pid, String name) {
        String wanted = name + "=";
        return Stream.of(read(pid, "environ").split("\0", -1))
                .filter(entry -> entry.startsWith(wanted))
                .map(entry -> entry.substring(wanted.length()))
                .findFirst();
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
