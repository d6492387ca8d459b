package io.keelson.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.RetryInstanceOperation;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.command.CancelOperation;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/**
 * Calls operations off and goes on with failed ones. Rejected with the codes of {@link CancelOperation} and
 * {@link RetryInstanceOperation}.
 */
@Controller
final class OperationMutations {
    private final Messages messages;
    private final Changes changes;

    OperationMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    OperationPayload cancelOperation(@Argument CancelOperationInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        OperationId id = OperationId.parse(input.operationId());
        messages.send(new CancelOperation(id), request.context());
        return new OperationPayload(
                changes.await(request, Changed.of("operationId", id), () -> read(id, request.context())));
    }

    @MutationMapping
    OperationPayload retryOperation(@Argument RetryOperationInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        OperationId id = OperationId.parse(input.operationId());
        OperationView operation = read(id, request.context());
        if (operation == null) {
            throw new RejectedException(ErrorCode.OPERATION_NOT_FOUND, "operationId", "There is no %s.".formatted(id));
        }
        InstanceId instance = operation.instanceId();
        messages.send(new RetryInstanceOperation(instance, id), request.context());
        Changed changed = Changed.of("instanceId", instance).and("operationId", id);
        return new OperationPayload(changes.await(request, changed, () -> read(id, request.context())));
    }

    private @Nullable OperationView read(OperationId id, RequestContext context) {
        return messages.askOne(new GetOperations(List.of(id)), OperationView.class, context);
    }
}
