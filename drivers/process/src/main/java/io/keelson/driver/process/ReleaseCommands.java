package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Turns the commands of a release into commands that can be started. */
final class ReleaseCommands {
    private final InstanceRecords records;
    private final DatabaseServer server;
    private final Path java;
    private final WorkloadEnvironment environment;

    ReleaseCommands(InstanceRecords records, DatabaseServer server, Path java, WorkloadEnvironment environment) {
        this.records = records;
        this.server = server;
        this.java = java;
        this.environment = environment;
    }

    /** A command with its placeholders filled, in the environment of the specification. */
    LaunchedCommand command(StepContext context, ProcessWorkload workload, String name, List<String> words)
            throws IOException, DriverException {
        return command(context.instance(), name, words, environment(context, workload));
    }

    /** A command with its placeholders filled, in the given environment. */
    LaunchedCommand command(InstanceSpec spec, String name, List<String> words, Map<String, String> variables)
            throws IOException, DriverException {
        InstanceDirectory directory = records.directory(spec.instanceId());
        return new LaunchedCommand(
                spec.instanceId(),
                name,
                directory.release(),
                placeholders(spec).fill(words),
                variables,
                directory.log(name));
    }

    Map<String, String> environment(StepContext context, ProcessWorkload workload) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        return environment.of(
                spec, workload, context.operationId(), placeholders(spec), records.directory(spec.instanceId()));
    }

    private Placeholders placeholders(InstanceSpec spec) throws IOException, DriverException {
        return Placeholders.of(spec, records, server, java);
    }
}
