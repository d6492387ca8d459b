package io.keelson.driver.testkit;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A step whose only deed is an entry in the world. */
record InMemoryStep(InMemoryWorld world, DriverStepKind kind) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        world.enter(context, kind, false);
        refuseWhatDoesNotFit(spec);
        if (nothingAskedFor(spec)) {
            return new StepResult.NotApplicable("Nothing was asked for.");
        }
        context.progress().report(10, label() + " begins");
        world.make(spec.instanceId(), kind);
        context.progress().report(90, label() + " is there");
        Map<String, String> outputs =
                kind == DriverStepKind.NETWORK ? Map.of(StepResult.URL, InMemoryInstanceDriver.url(spec)) : Map.of();
        return new StepResult.Done(label() + " is there", outputs);
    }

    @Override
    public StepResult remove(StepContext context) throws DriverException, InterruptedException {
        world.enter(context, kind, true);
        context.progress().report(10, label() + " goes");
        world.takeAway(context.instance().instanceId(), kind);
        context.progress().report(90, label() + " is gone");
        return StepResult.done(label() + " is gone");
    }

    private void refuseWhatDoesNotFit(InstanceSpec spec) throws DriverException {
        if (kind == DriverStepKind.RESERVATION && spec.workload() == null) {
            throw new DriverException(
                    FailureCode.SPECIFICATION_REFUSED,
                    "Release " + spec.component() + " " + spec.version() + " has no workload.");
        }
        if (kind == DriverStepKind.RESERVATION
                && !spec.dataResidency().isEmpty()
                && !spec.dataResidency().contains(spec.region())) {
            throw new DriverException(
                    FailureCode.SPECIFICATION_REFUSED,
                    "Region " + spec.region() + " is not one of " + spec.dataResidency() + ".");
        }
    }

    private boolean nothingAskedFor(InstanceSpec spec) {
        return switch (kind) {
            case SUITES -> spec.suites().isEmpty();
            case CAPABILITIES -> spec.capabilities().isEmpty();
            case RESIDENCY -> spec.dataResidency().equals(List.of());
            case CERTIFICATE -> !spec.tls();
            default -> false;
        };
    }

    private String label() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
