package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.UUID;

/** Sets the limits where the machine lets us, and says so where it does not. */
record ComputeStep(ControlGroups groups, InstanceProcesses processes, ProcessEnding ending) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        boolean limitedBefore = !groups.entrances(spec.instanceId()).isEmpty();
        String wanted =
                "%d thousandths of a core and %d MiB of memory".formatted(spec.cpuMillis(), spec.memoryMegabytes());
        context.progress().report(10, "Limits are set");
        try {
            groups.limit(spec.instanceId(), spec.cpuMillis(), spec.memoryMegabytes());
        } catch (IOException refused) {
            if (limitedBefore) {
                throw new DriverException(
                        FailureCode.CAPACITY_EXCEEDED,
                        "Instance %s cannot be limited to %s (%s); it may be using more than that right now."
                                .formatted(spec.instanceId(), wanted, FileFailure.text(refused)),
                        refused);
            }
            return StepResult.done("Limits of %s are not enforced: control groups cannot be used here (%s)."
                    .formatted(wanted, FileFailure.text(refused)));
        }
        context.progress().report(90, "Limits are there");
        return StepResult.done("Limited to %s.".formatted(wanted));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        ending.end(instanceId, () -> processes.all(instanceId));
        context.progress().report(50, "Nothing runs");
        groups.remove(instanceId);
        return StepResult.done("The limits are gone.");
    }
}
