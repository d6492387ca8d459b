package io.keelson.job.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A worker process that is only a shell. */
record ShellProgram(Path directory, String script) implements WorkerProgram {
    /** Ends when it is asked to. */
    static ShellProgram polite(Path directory) {
        return new ShellProgram(directory, "trap 'exit 0' TERM; while :; do sleep 0.05; done");
    }

    @Override
    public List<String> words(UUID process, int slot, List<String> virtualMachineOptions) {
        return List.of("/bin/sh", "-c", script);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Path output(int slot) {
        return directory.resolve("log").resolve("worker-%d.out".formatted(slot));
    }
}
