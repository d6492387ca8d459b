package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Looks whether an upgrade of the instance is due: begins the one that waits when nothing holds it back any more; without one,
 * begins the best for the instance, or proposes it when it only needs approval. Answers with an {@link UpgradeAnswer}. Twice, or
 * when there is nothing to do: changes nothing. Rejected with INSTANCE_NOT_FOUND.
 *
 * @param operationId id that a new operation will have
 */
public record StartDueUpgrade(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId)
        implements InstanceCommand {}
