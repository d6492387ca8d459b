package io.keelson.app.fault;

/** What is done to a running Keelson. */
enum Fault {
    /** {@code kill -9} of the control plane, and a new start on the same home. */
    KILL_CONTROL_PLANE,
    /** {@code kill -9} of the postmaster; the control plane has to start it again. */
    KILL_DATABASE,
    /** {@code kill -9} of the postmaster of another site; whoever runs it starts it again. */
    KILL_SITE_DATABASE,
    /** {@code kill -9} of whatever runs of the instance itself. */
    KILL_INSTANCE,
    /** The control plane stands still for 15 seconds, longer than it takes to be declared dead. */
    FREEZE
}
