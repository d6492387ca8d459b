package io.keelson.api.suspension.query;

import io.keelson.api.owner.OwnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.SuspensionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as last projected.
 *
 * @param complete whether all instances of the owner are known to it
 * @param liftedAt when it ended, or null while it is in force
 */
public record SuspensionView(
        SuspensionId id,
        OwnerId owner,
        SuspensionState state,
        boolean complete,
        Instant createdAt,
        @Nullable Instant liftedAt,
        String createdBy) {}
