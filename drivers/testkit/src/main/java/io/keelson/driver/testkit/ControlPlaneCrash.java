package io.keelson.driver.testkit;

/** Stands for the end of the control plane's process in the middle of a step; no driver may catch it. */
public final class ControlPlaneCrash extends Error {
    private static final long serialVersionUID = 1L;

    public ControlPlaneCrash(String where) {
        super("The control plane ended at: " + where);
    }
}
