package io.keelson.driver;

/** Hears how far a step is; may be called often. */
@FunctionalInterface
public interface StepProgress {
    /**
     * Tells a new standing.
     *
     * @param percent 0 to 100 of this step
     * @param message what is going on, in a few words; never a secret
     */
    void report(int percent, String message);

    /** Hears nothing. */
    StepProgress NONE = (percent, message) -> {};
}
