package io.keelson.job.desk;

import io.keelson.api.job.JobOwnership;
import java.util.Collection;

/** Knows for whom jobs can run. */
public interface JobOwners {
    /** Looks all of them up together; the answer refuses those that are not known. */
    Known lookUp(Collection<JobOwnership> owners);

    /** What was found. */
    @FunctionalInterface
    interface Known {
        /**
         * The owner with the tenant of its instance; TENANT_NOT_FOUND, INSTANCE_NOT_FOUND, or OWNER_MISMATCH when the
         * instance belongs to another tenant.
         */
        JobOwnership require(JobOwnership owner);
    }
}
