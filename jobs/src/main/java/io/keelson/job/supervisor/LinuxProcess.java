package io.keelson.job.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process of this machine.
 *
 * @param startTicks when it started, in clock ticks since boot; with the pid it names one process for ever
 */
record LinuxProcess(long pid, long startTicks) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** The process with this number, if it lives; one that has ended but was not yet collected does not. */
    static Optional<LinuxProcess> find(long pid) {
        String stat = read(pid, "stat");
        // The name of the program stands in brackets and may itself hold brackets and spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length <= START_TICKS || "ZXx".contains(fields[STATE])) {
            return Optional.empty();
        }
        return Optional.of(new LinuxProcess(pid, Long.parseLong(fields[START_TICKS])));
    }

    /** The process that was started with this variable in its environment, and not one of its children. */
    static Optional<LinuxProcess> withVariable(String name, String value) {
        Predicate<ProcessHandle> marked =
                process -> ("\0" + read(process.pid(), "environ")).contains("\0" + name + "=" + value + "\0");
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(marked)
                    .filter(process -> process.parent().filter(marked).isEmpty())
                    .findFirst()
                    .flatMap(process -> find(process.pid()));
        }
    }

    boolean lives() {
        return find(pid).filter(this::equals).isPresent();
    }

    /** Asks it to end. */
    void end() {
        if (lives()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    /** Ends it without asking. */
    void kill() {
        if (lives()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrForeign) {
            return "";
        }
    }
}
