package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to stop an active instance; name, place and data stay. Answers with the id of the operation. Needs a reason in the
 * metadata. Asking again with the same {@code operationId} answers the same and changes nothing. Rejected with
 * INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS while another operation changes it, or WRONG_STATE unless it is active.
 *
 * @param operationId id that the operation will have
 * @param cause what alone may resume it
 */
public record SuspendInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, SuspensionCause cause)
        implements InstanceCommand {}
