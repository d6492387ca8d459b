package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;

/** Provisioning failed for good and what it had made was removed; the name is free again. */
@LogicalName("instance.provisioning-failed")
@Revision("1")
public record InstanceProvisioningFailed(InstanceId instanceId, OperationId operationId, StepError error)
        implements InstanceEvent {}
