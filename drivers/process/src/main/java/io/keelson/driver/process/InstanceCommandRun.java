package io.keelson.driver.process;

import io.keelson.driver.CommandOutput;
import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Runs a command of somebody beside the workload: in its environment and its control group, bounded in what it prints. */
record InstanceCommandRun(
        InstanceRecords records,
        EnvironmentFile environment,
        FileLocks locks,
        Launcher launcher,
        InstanceProcesses processes,
        ProcessEnding ending) {
    private static final String NAME = "run-";
    private static final long LOOK_MILLIS = 20;

    int run(InstanceCommand command, CommandOutput output) throws IOException, DriverException, InterruptedException {
        InstanceDirectory directory = records.directory(command.instanceId());
        Started started = start(command, directory);
        Process process = started.process();
        try {
            CommandPipe pipe = CommandPipe.open(process.getInputStream(), InstanceSecrets.of(directory), output);
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                requireBounded(command, pipe);
            }
            end(started.command());
            pipe.awaitLastWords();
            requireBounded(command, pipe);
            return process.exitValue();
        } catch (IOException | DriverException | InterruptedException | RuntimeException failure) {
            endDespite(started.command(), failure);
            throw failure;
        }
    }

    /** Locked, so that no operation removes the instance between the look and the start. */
    private Started start(InstanceCommand command, InstanceDirectory directory)
            throws IOException, DriverException, InterruptedException {
        UUID instanceId = command.instanceId();
        String name = NAME + command.runId();
        try (FileLocks.Held _ = locks.lockInstance(instanceId)) {
            if (records.find(instanceId).isEmpty() || !Files.isDirectory(directory.release())) {
                throw refused(command, "there is no such instance on this machine");
            }
            LaunchedCommand launched = new LaunchedCommand(
                    instanceId,
                    name,
                    workingDirectory(command, directory.release()),
                    command.words(),
                    environment.read(instanceId),
                    directory.log(name));
            end(launched);
            return new Started(launched, launcher.startAttached(launched));
        }
    }

    private static Path workingDirectory(InstanceCommand command, Path release) throws IOException, DriverException {
        try {
            Path wanted = release.resolve(command.directory());
            // Links of the release are followed here, so that none leads out.
            if (Files.isDirectory(wanted) && wanted.toRealPath().startsWith(release.toRealPath())) {
                return wanted;
            }
        } catch (InvalidPathException malformed) {
            throw refused(command, "its directory is no path");
        }
        throw refused(command, "\"%s\" is no directory of its release".formatted(command.directory()));
    }

    private static void requireBounded(InstanceCommand command, CommandPipe pipe) throws DriverException {
        if (pipe.tooMuch()) {
            throw new DriverException(
                    FailureCode.COMMAND_FAILED,
                    "The command %s in instance %s was ended because it printed more than %d MiB."
                            .formatted(command.runId(), command.instanceId(), CommandPipe.MOST_BYTES >> 20));
        }
    }

    private void end(LaunchedCommand command) throws IOException, DriverException, InterruptedException {
        ending.end(command.instanceId(), () -> processes.of(command.instanceId(), command.name()));
    }

    private void endDespite(LaunchedCommand command, Exception failure) {
        // An interrupt that came before would cut the ending short.
        boolean interrupted = Thread.interrupted();
        try {
            end(command);
        } catch (IOException | DriverException | InterruptedException second) {
            failure.addSuppressed(second);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static DriverException refused(InstanceCommand command, String why) {
        return new DriverException(
                FailureCode.SPECIFICATION_REFUSED,
                "No command was run in instance %s: %s.".formatted(command.instanceId(), why));
    }

    private record Started(LaunchedCommand command, Process process) {}
}
