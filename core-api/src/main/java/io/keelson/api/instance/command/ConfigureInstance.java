package io.keelson.api.instance.command;

import io.keelson.api.instance.ConfigurationChange;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to change how an active instance is set up; it is restarted with the new configuration. Answers with the id of the
 * operation; asking again with the same {@code operationId} answers the same and changes nothing. Rejected with
 * INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS, WRONG_STATE, CONFIGURATION_NOT_ACCEPTED, or INVALID_INPUT when nothing changes.
 *
 * @param operationId id that the operation will have
 */
public record ConfigureInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, ConfigurationChange change)
        implements InstanceCommand {}
