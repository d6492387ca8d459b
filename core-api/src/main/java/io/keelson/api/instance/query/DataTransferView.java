package io.keelson.api.instance.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.tenant.residency.Region;
import java.time.Instant;
import java.util.UUID;

/**
 * Data of an instance that may leave its country; how the operation ended says whether it has.
 *
 * @param purpose what carries it
 * @param approvedBy id of the actor that asked for it
 */
public record DataTransferView(
        UUID id,
        InstanceId instanceId,
        OperationId operationId,
        OperationKind purpose,
        Region from,
        Region to,
        String approvedBy,
        Instant approvedAt) {}
