package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to remove an instance and everything it has. Answers with the id of the terminating operation. Asking again
 * while it is terminating or terminated answers with the id of the earlier one and changes nothing. Needs a reason in
 * the metadata. Rejected with INSTANCE_NOT_FOUND, DELETION_PROTECTED, or OPERATION_IN_PROGRESS
 * while another operation changes it.
 *
 * @param operationId id that the operation will have if one is started
 */
public record TerminateInstance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId)
        implements InstanceCommand {}
