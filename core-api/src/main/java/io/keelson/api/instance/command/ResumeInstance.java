package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to start a suspended instance again. Answers with the id of the operation. Asking again with the same
 * {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS while
 * another operation changes it, or WRONG_STATE unless it is suspended, and by the same cause.
 *
 * @param operationId id that the operation will have
 */
public record ResumeInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, SuspensionCause cause)
        implements InstanceCommand {}
