package io.keelson.driver.testkit;

import io.keelson.driver.StepProgress;

/** Ends the control plane at a given report of a step; drivers report between any two of their deeds. */
final class CrashingProgress implements StepProgress {
    private final int crashAt;
    private int reports;

    /**
     * Crashes once.
     *
     * @param crashAt the report at which to crash, counted from 1
     */
    CrashingProgress(int crashAt) {
        this.crashAt = crashAt;
    }

    @Override
    public void report(int percent, String message) {
        if (++reports == crashAt) {
            throw new ControlPlaneCrash(message);
        }
    }
}
