package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import java.io.IOException;

/** Runs a command of the release to its end. */
final class CommandRun {
    private final Launcher launcher;
    private final InstanceProcesses processes;
    private final ProcessEnding ending;

    CommandRun(Launcher launcher, InstanceProcesses processes, ProcessEnding ending) {
        this.launcher = launcher;
        this.processes = processes;
        this.ending = ending;
    }

    /**
     * Runs the command and waits. What an earlier run left behind is ended first; what this run leaves behind, or is still
     * doing when the thread is interrupted, is ended last.
     */
    void run(LaunchedCommand command, InstanceSecrets secrets, StepContext context)
            throws IOException, DriverException, InterruptedException {
        end(command);
        // The last words of an earlier run must not be taken for those of this one.
        PrivateFiles.delete(command.log());
        context.progress().report(30, "Command " + command.name() + " starts");
        Process process = launcher.start(command);
        context.progress().report(50, "Command " + command.name() + " runs");
        int status;
        try {
            status = process.waitFor();
        } catch (InterruptedException timeOut) {
            endDespiteInterruption(command, timeOut);
            throw timeOut;
        }
        end(command);
        if (status != 0) {
            throw failure(command, status, secrets);
        }
    }

    private void end(LaunchedCommand command) throws IOException, DriverException, InterruptedException {
        ending.end(command.instanceId(), () -> processes.of(command.instanceId(), command.name()));
    }

    private void endDespiteInterruption(LaunchedCommand command, InterruptedException timeOut) {
        try {
            end(command);
        } catch (IOException | DriverException | InterruptedException failure) {
            timeOut.addSuppressed(failure);
        }
    }

    private static DriverException failure(LaunchedCommand command, int status, InstanceSecrets secrets) {
        String words = secrets.mask(LogTail.of(command.log()));
        boolean diskFull = FileFailure.meansDiskFull(words);
        return new DriverException(
                diskFull ? FailureCode.DISK_FULL : FailureCode.COMMAND_FAILED,
                "The %s command of instance %s ended with exit status %d.%s"
                        .formatted(
                                command.name(),
                                command.instanceId(),
                                status,
                                words.isEmpty() ? " It printed nothing." : " It printed last:\n" + words));
    }
}
