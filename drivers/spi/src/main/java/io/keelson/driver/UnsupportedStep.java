package io.keelson.driver;

/** A step that a driver does not have although an operation needs it. */
record UnsupportedStep(String driver, String step) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException {
        throw new DriverException(
                FailureCode.SPECIFICATION_REFUSED,
                "Driver %s has no %s, which instance %s needs for this; choose another driver."
                        .formatted(driver, step, context.instance().instanceId()));
    }

    @Override
    public StepResult remove(StepContext context) {
        return StepResult.done("There is nothing to take away.");
    }
}
