package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks to move an active instance to another region, which is another site of its driver. It stops there and starts here
 * with the same data; when a step fails, it serves where it was. Answers with the id of the operation; asking again with the
 * same {@code operationId} answers the same and changes nothing. Needs a reason in the metadata. Rejected with
 * INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS, WRONG_STATE, TENANT_SUSPENDED, PARTNER_SUSPENDED, RESIDENCY_VIOLATED, or
 * INVALID_INPUT when the driver has no other site there.
 *
 * @param operationId id that the operation will have
 * @param region where it is to run
 * @param dataResidency regions that its data may rest in from then on, or null for the same as before
 */
public record MigrateInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        Region region,
        @Nullable List<Region> dataResidency)
        implements InstanceCommand {}
