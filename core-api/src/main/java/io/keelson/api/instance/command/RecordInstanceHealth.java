package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says how an instance is. Ignored when that is known already, and unless the instance is active and no operation changes
 * it. Rejected with INSTANCE_NOT_FOUND.
 *
 * @param reason what was found, in one sentence
 * @param leftAlone whether Keelson gives up starting it again
 * @param lastWords the last lines of a workload that has died, or null
 */
public record RecordInstanceHealth(
        @TargetAggregateIdentifier InstanceId instanceId,
        InstanceHealth health,
        String reason,
        boolean leftAlone,
        @Nullable String lastWords)
        implements InstanceCommand {}
