package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.tenant.residency.RegionTransfer;
import org.axonframework.serialization.Revision;

/**
 * An operation may carry data of the instance over a border. It is kept before anything is carried, so there is no transfer
 * without it; how the operation ended says whether the data is there.
 *
 * @param purpose what carries the data: a migration, a backup that rests elsewhere, or a restore of one
 */
@LogicalName("instance.data-transfer-approved")
@Revision("1")
public record DataTransferApproved(
        InstanceId instanceId, OperationId operationId, OperationKind purpose, RegionTransfer transfer)
        implements InstanceEvent {}
