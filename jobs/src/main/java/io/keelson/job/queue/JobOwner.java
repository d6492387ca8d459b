package io.keelson.job.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose job it is.
 *
 * @param tenantId whose share of the workers it uses; all zeros for the platform itself
 * @param instanceId the instance it works for, or null
 * @param createdBy id of the actor who wanted it
 */
public record JobOwner(UUID tenantId, @Nullable UUID instanceId, String createdBy) {
    /** Keelson's own work. */
    public static final JobOwner PLATFORM = new JobOwner(new UUID(0, 0), null, "keelson");
}
