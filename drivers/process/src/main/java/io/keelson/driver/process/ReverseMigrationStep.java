package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Lets the release that is there take its migrations back. What it did goes with the database. */
record ReverseMigrationStep(
        InstanceRecords records,
        ReleaseCommands commands,
        CommandRun run,
        InstanceProcesses processes,
        ProcessEnding ending)
        implements LocalStep {
    private static final String REVERSE = "reverse";
    private static final String TARGET_VARIABLE = "KEELSON_TARGET_VERSION";

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        String target = context.required(StepParameter.TARGET_VERSION);
        if (workload.reverse().isEmpty()) {
            throw Specification.refused(spec, "release %s cannot take its migrations back".formatted(spec.version()));
        }
        Map<String, String> variables = new TreeMap<>(commands.environment(context, workload));
        variables.put(TARGET_VARIABLE, target);
        run.run(
                commands.command(spec, REVERSE, workload.reverse(), variables),
                InstanceSecrets.of(records.directory(spec.instanceId())),
                context);
        return StepResult.done("The migrations since %s are taken back.".formatted(target));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        ending.end(instanceId, () -> processes.of(instanceId, REVERSE));
        return StepResult.done("Nothing takes migrations back.");
    }
}
