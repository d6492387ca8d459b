package io.keelson.api.operation;

/** What an operation does to its instance. */
public enum OperationKind {
    PROVISION("Provisioning"),
    TERMINATE("Terminating"),
    /** Stops it; its data, name and place stay. */
    SUSPEND("Suspending"),
    /** Starts it again after a suspension. */
    RESUME("Resuming"),
    /** Changes suites, capabilities, domain, TLS or settings. */
    CONFIGURE("Configuring"),
    /** Changes what it may use. */
    SCALE("Scaling"),
    /** Makes a snapshot of database, files and configuration. */
    BACKUP("Backing up"),
    /** Puts a snapshot back. */
    RESTORE("Restoring"),
    /** Moves it to another region. */
    MIGRATE("Migrating"),
    /** Switches maintenance mode on. */
    ENTER_MAINTENANCE("Entering maintenance of"),
    /** Switches maintenance mode off. */
    LEAVE_MAINTENANCE("Leaving maintenance of"),
    /** Starts it again after it has died. */
    HEAL("Healing"),
    /** Stops it and starts it again. */
    RESTART("Restarting"),
    /** Brings back what is no longer as it should be. */
    RECONCILE("Reconciling"),
    /** Takes it to a newer version. */
    UPGRADE("Upgrading"),
    /** Takes its last upgrade back. */
    ROLLBACK("Rolling back");

    private final String deed;

    OperationKind(String deed) {
        this.deed = deed;
    }

    /** What is being done, to be followed by the name of the instance. */
    public String deed() {
        return deed;
    }

    /** Whether an operation of this kind can be called off while it runs; what is half removed cannot. */
    public boolean cancellable() {
        return this != TERMINATE;
    }
}
