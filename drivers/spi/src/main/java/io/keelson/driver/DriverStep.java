package io.keelson.driver;

/** One step of a driver, in both directions. Both directions may be called any number of times, also after a crash. */
public interface DriverStep {
    /**
     * Brings about what the step stands for, acting only on what is missing.
     *
     * @throws DriverException when it cannot; its code says whether trying again can help
     * @throws InterruptedException when the time-out of the step is over; what was begun is finished or removed later
     */
    StepResult apply(StepContext context) throws DriverException, InterruptedException;

    /**
     * Takes away what the step stands for. Removing what is not there, or was never there, succeeds.
     *
     * @throws DriverException when something is still there
     */
    StepResult remove(StepContext context) throws DriverException, InterruptedException;

    /** A step that this driver does not have. */
    static DriverStep notApplicable(String reason) {
        return new NotApplicableStep(reason);
    }

    /** A step that cannot be skipped, of a driver that does not have it: applying fails, removing finds nothing. */
    static DriverStep unsupported(InstanceDriver driver, String step) {
        return new UnsupportedStep(driver.name(), step);
    }
}
