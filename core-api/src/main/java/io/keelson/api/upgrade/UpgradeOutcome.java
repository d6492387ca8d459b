package io.keelson.api.upgrade;

/** What is to become of an upgrade now. */
public enum UpgradeOutcome {
    /** There is nothing newer for the instance. */
    UP_TO_DATE,
    /** At least one rule blocks it. */
    NOT_ELIGIBLE,
    /** It waits for something. */
    WAITS,
    /** It starts. */
    STARTS
}
