package io.keelson.driver;

/**
 * One difference between what an instance should be and what exists of it.
 *
 * @param detail what was found, and where, in one sentence for a human; never a secret
 */
public record Drift(Kind kind, String detail) {
    /** What can differ. */
    public enum Kind {
        /** The place of the instance is gone, with everything in it. */
        PLACE_MISSING,
        /** The mark that says whose place it is, is gone or says something else. */
        MARK_CHANGED,
        /** What the workload keeps is gone. */
        DATA_MISSING,
        /** A file of the release is gone or was changed. */
        RELEASE_CHANGED,
        /** The document with settings, suites or capabilities was changed. */
        CONFIGURATION_CHANGED,
        /** The variables of the workload were changed. */
        ENVIRONMENT_CHANGED,
        /** The certificate is gone, was changed, or ends soon. */
        CERTIFICATE_UNUSABLE,
        /** The port is no longer reserved, or another one is. */
        PORT_CHANGED,
        /** The limits of CPU and memory are others. */
        LIMITS_CHANGED,
        /** The database is gone. */
        DATABASE_MISSING,
        /** The role is gone. */
        ROLE_MISSING,
        /** The role may no longer do what it must, or more than that. */
        ROLE_CHANGED,
        /** The instance should run and does not. */
        WORKLOAD_MISSING,
        /** The instance should not run and does. */
        WORKLOAD_UNWANTED,
        /** The instance is marked as in service and should not be, or the other way round. */
        SERVICE_MARK_CHANGED
    }
}
