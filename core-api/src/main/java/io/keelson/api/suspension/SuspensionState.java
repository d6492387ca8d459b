package io.keelson.api.suspension;

/** Whether a suspension is in force. */
public enum SuspensionState {
    IN_FORCE,
    /** What it stopped comes back. */
    LIFTED
}
