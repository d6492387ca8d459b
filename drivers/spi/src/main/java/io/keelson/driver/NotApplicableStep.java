package io.keelson.driver;

/** A step that a driver does not have; recorded as skipped, with the reason. */
record NotApplicableStep(String reason) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) {
        return new StepResult.NotApplicable(reason);
    }

    @Override
    public StepResult remove(StepContext context) {
        return new StepResult.NotApplicable(reason);
    }
}
