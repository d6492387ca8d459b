package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Map;

/** Checks that the region is one where the data may rest, and tells the workload the rule. */
record ResidencyStep(InstanceRecords records, InstanceConfigurationFile configuration) implements LocalStep {
    private static final String PART = "dataResidency";

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        if (spec.dataResidency().isEmpty()) {
            configuration.remove(records.directory(spec.instanceId()).configuration(), PART);
            return new StepResult.NotApplicable("No rule on data residency requested.");
        }
        Specification.requireRegionAllowed(spec);
        records.get(spec.instanceId());
        configuration.put(records.directory(spec.instanceId()).configuration(), Map.of(PART, spec.dataResidency()));
        context.progress().report(90, "The rule is written");
        return StepResult.done(
                "Data rests in %s, one of the allowed regions %s.".formatted(spec.region(), spec.dataResidency()));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        configuration.remove(records.directory(context.instance().instanceId()).configuration(), PART);
        return StepResult.done("The rule is gone.");
    }
}
