package io.keelson.job.supervisor;

import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts worker processes: in a session of their own, so that a key pressed at our terminal does not reach them, and inside
 * their control group from the first instruction on. Nothing of the command is read by the shell: its words are arguments.
 */
final class WorkerStart {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerStart.class);
    private static final String SCRIPT = """
            groups=$1
            shift
            while [ "$groups" -gt 0 ]; do
              echo $$ > "$1" || exit 125
              shift
              groups=$((groups - 1))
            done
            exec "$@"
            """;

    private final WorkerProgram program;
    private final WorkerLimits limits;
    private final ControlGroups groups;
    private boolean told;

    WorkerStart(WorkerProgram program, WorkerLimits limits, ControlGroups groups) {
        this.program = program;
        this.limits = limits;
        this.groups = groups;
    }

    Process start(UUID id, int slot) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx%dm".formatted(limits.heapMegabytes()), "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        if (!limited(id)) {
            options.add("-XX:ActiveProcessorCount=" + limits.cores());
        }
        Path output = program.output(slot);
        Files.createDirectories(Objects.requireNonNull(output.getParent(), "The output is in a directory"));
        ProcessBuilder builder = new ProcessBuilder(words(id, program.words(id, slot, options)))
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.to(output.toFile()));
        builder.environment().putAll(program.environment());
        builder.environment().put(WorkerProgram.PROCESS_VARIABLE, id.toString());
        return builder.start();
    }

    /** Takes the limits of an ended process away. */
    void tidy(UUID id) throws InterruptedException {
        try {
            groups.remove(id);
        } catch (IOException e) {
            LOG.warn("The control group of worker process {} cannot be removed.", id, e);
        }
    }

    boolean ranOutOfMemory(UUID id) {
        return groups.ranOutOfMemory(id);
    }

    private boolean limited(UUID id) throws InterruptedException {
        try {
            groups.limit(id, limits.cpuMillis(), limits.memoryMegabytes());
            return true;
        } catch (IOException refused) {
            if (!told) {
                told = true;
                LOG.warn(
                        "Control groups cannot be used here ({}), so the kernel does not limit worker processes: each gets {}"
                                + " MiB of heap and counts {} cores.",
                        refused.getMessage(),
                        limits.heapMegabytes(),
                        limits.cores());
            }
            return false;
        }
    }

    private List<String> words(UUID id, List<String> command) {
        List<Path> entrances = groups.entrances(id);
        List<String> words = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", SCRIPT, "keelson-worker"));
        words.add(Integer.toString(entrances.size()));
        entrances.forEach(entrance -> words.add(entrance.toString()));
        words.addAll(command);
        return words;
    }
}
