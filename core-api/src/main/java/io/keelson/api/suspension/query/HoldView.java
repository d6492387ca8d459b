package io.keelson.api.suspension.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.SuspensionId;
import java.time.Instant;

/**
 * The hold of a suspension on an instance, as last projected.
 *
 * @param message one sentence for a human
 */
public record HoldView(
        HoldId id,
        SuspensionId suspensionId,
        InstanceId instanceId,
        HoldOutcome outcome,
        String message,
        Instant createdAt,
        Instant updatedAt) {}
