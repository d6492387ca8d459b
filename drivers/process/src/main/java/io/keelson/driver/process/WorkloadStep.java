package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Starts the workload unless it runs. */
record WorkloadStep(
        InstanceRecords records,
        ReleaseCommands commands,
        EnvironmentFile environment,
        Launcher launcher,
        ProcessTable table,
        InstanceProcesses processes,
        ProcessEnding ending,
        Workloads workloads,
        WorkloadExit exit)
        implements LocalStep {
    private static final long LAUNCH_MILLIS = 300;
    private static final long LOOK_MILLIS = 2;

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        UUID instanceId = spec.instanceId();
        ProcessWorkload workload = Specification.workload(spec);
        int port = records.port(instanceId);
        Optional<ProcessEntry> running = workloads.find(instanceId);
        if (running.isPresent()) {
            workloads.record(instanceId, running.get());
            return done(running.get());
        }
        // Children of a workload that died would keep its port and its database busy.
        ending.end(instanceId, () -> processes.all(instanceId));
        workloads.forget(instanceId);
        requireFree(spec, port);
        WorkloadLog.open(records.directory(instanceId));
        context.progress().report(20, "The workload starts");
        Process process = launcher.start(
                commands.command(spec, LaunchedCommand.WORKLOAD, workload.command(), environment.read(instanceId)));
        workloads.remember(instanceId, process);
        Optional<ProcessEntry> started = table.find(process.pid());
        context.progress().report(60, "The workload is started");
        if (started.isEmpty()) {
            process.waitFor();
            throw exit.describe(spec);
        }
        workloads.record(instanceId, started.get());
        context.progress().report(80, "The workload is noted");
        awaitLaunch(spec, process);
        return done(started.get());
    }

    private static void requireFree(InstanceSpec spec, int port) throws DriverException {
        if (!PortReservations.nobodyListens(port)) {
            throw new DriverException(
                    FailureCode.SYSTEM_ERROR,
                    "Another program listens on port %d, which is reserved for instance %s. It is tried again."
                            .formatted(port, spec.instanceId()));
        }
    }

    /** Waits until the launcher has become the workload; a program that cannot be run is found out here. */
    private void awaitLaunch(InstanceSpec spec, Process process)
            throws IOException, DriverException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAUNCH_MILLIS);
        while (System.nanoTime() - end < 0) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw exit.describe(spec);
            }
            String words = table.commandLine(process.pid());
            if (!words.isEmpty() && !words.contains("\0" + Launcher.NAME + "\0")) {
                return;
            }
        }
    }

    private static StepResult done(ProcessEntry entry) {
        return StepResult.done("The workload runs as process %d.".formatted(entry.pid()));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        int ended = ending.end(instanceId, () -> processes.all(instanceId));
        context.progress().report(80, "Nothing runs");
        workloads.forget(instanceId);
        return StepResult.done("%d processes were stopped.".formatted(ended));
    }
}
