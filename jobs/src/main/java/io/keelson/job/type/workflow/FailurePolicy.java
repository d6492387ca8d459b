package io.keelson.job.type.workflow;

/** What becomes of the other nodes when one has failed. In the end the workflow fails either way. */
enum FailurePolicy {
    /** Running ones are cancelled, no other begins. */
    FAIL_FAST,
    /** Those that do not need it go on. */
    CONTINUE
}
