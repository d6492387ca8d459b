package io.keelson.api.rollout;

/** How it stands with a rollout. */
public enum RolloutState {
    /** It goes on by itself. */
    RUNNING,
    /** A person holds it; what is under way ends. */
    PAUSED,
    /** Too many members failed, too few succeeded, or the release is gone; a person may restart or abort it. */
    STOPPED,
    /** A person has ended it; what is under way ends. */
    ABORTED,
    /** Every member has had its turn. */
    COMPLETED;

    /** Whether nothing can change it any more. */
    public boolean isOver() {
        return this == ABORTED || this == COMPLETED;
    }
}
