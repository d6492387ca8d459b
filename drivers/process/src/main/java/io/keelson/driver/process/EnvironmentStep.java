package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes what the workload will find: its variables, and the document with its settings. */
record EnvironmentStep(
        InstanceRecords records,
        ReleaseCommands commands,
        EnvironmentFile environment,
        InstanceConfigurationFile configuration)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        Map<String, String> variables = commands.environment(context, workload);
        environment.write(spec.instanceId(), variables);
        context.progress().report(50, "The variables are written");
        configuration.put(file(spec.instanceId()), settings(spec));
        context.progress().report(90, "The settings are written");
        return StepResult.done("%d variables are set.".formatted(variables.size()));
    }

    /** The parts of the document that this step writes. */
    static Map<String, Object> settings(InstanceSpec spec) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("instanceId", spec.instanceId().toString());
        settings.put("name", spec.name());
        settings.put("component", spec.component());
        settings.put("version", spec.version());
        settings.put("region", spec.region());
        settings.put("settings", spec.settings());
        return settings;
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        UUID instanceId = context.instance().instanceId();
        environment.delete(instanceId);
        PrivateFiles.delete(file(instanceId));
        return StepResult.done("The variables are gone.");
    }

    private Path file(UUID instanceId) {
        return records.directory(instanceId).configuration();
    }
}
