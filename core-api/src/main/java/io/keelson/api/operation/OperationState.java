package io.keelson.api.operation;

/** Where an operation stands. */
public enum OperationState {
    RUNNING(false),
    ROLLING_BACK(false),
    SUCCEEDED(true),
    FAILED(true),
    ROLLED_BACK(true),
    CANCELLED(true);

    private final boolean terminal;

    OperationState(boolean terminal) {
        this.terminal = terminal;
    }

    /** Whether nothing will change any more. */
    public boolean terminal() {
        return terminal;
    }
}
