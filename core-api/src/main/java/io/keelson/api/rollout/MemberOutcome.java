package io.keelson.api.rollout;

/** What has become of a member of a rollout. */
public enum MemberOutcome {
    /** Its turn has not come, or it cannot begin yet. */
    PENDING,
    /** Its upgrade is under way. */
    RUNNING,
    /** It runs the version. */
    SUCCEEDED,
    /** Its upgrade failed, or it did not stay well. */
    FAILED,
    /** It was left alone: it is there already, it cannot have the version, or its customer refused. */
    SKIPPED;

    /** Whether it has had its turn. */
    public boolean isOver() {
        return this == SUCCEEDED || this == FAILED || this == SKIPPED;
    }
}
