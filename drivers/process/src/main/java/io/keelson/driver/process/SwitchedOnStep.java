package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells the workload which suites or capabilities are switched on.
 *
 * @param part what is switched on, and the name of its part in the document
 */
record SwitchedOnStep(
        InstanceRecords records,
        InstanceConfigurationFile configuration,
        String part,
        Function<InstanceSpec, List<String>> wanted)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        UUID instanceId = spec.instanceId();
        List<String> names = wanted.apply(spec);
        if (names.isEmpty()) {
            configuration.remove(records.directory(instanceId).configuration(), part);
            return new StepResult.NotApplicable("No " + part + " requested.");
        }
        records.get(instanceId);
        configuration.put(records.directory(instanceId).configuration(), Map.of(part, names));
        context.progress().report(90, "The " + part + " are written");
        return StepResult.done("The " + part + " " + String.join(", ", names) + " are switched on.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        configuration.remove(records.directory(context.instance().instanceId()).configuration(), part);
        return StepResult.done("No " + part + " are switched on.");
    }
}
