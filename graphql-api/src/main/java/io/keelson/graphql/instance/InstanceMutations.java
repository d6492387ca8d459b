package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationId;
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
 * Asks for instances and for their removal. Rejected with the codes of {@link ProvisionInstance} and
 * {@link TerminateInstance}.
 */
@Controller
final class InstanceMutations {
    private final Messages messages;
    private final Changes changes;

    InstanceMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    InstancePayload provisionInstance(@Argument ProvisionInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        InstanceId id = new InstanceId(request.newId("instance"));
        OperationId operation = new OperationId(request.newId("operation"));
        ProvisionInstance command = input.toCommand(id, operation);
        return changes.create(request, command, changed(id, operation), () -> read(id, operation, request.context()));
    }

    @MutationMapping
    InstancePayload terminateInstance(@Argument TerminateInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        InstanceId id = InstanceId.parse(input.instanceId());
        TerminateInstance command = new TerminateInstance(id, new OperationId(request.newId("operation")));
        OperationId operation = messages.send(command, OperationId.class, request.context());
        return changes.await(request, changed(id, operation), () -> read(id, operation, request.context()));
    }

    private static Changed changed(InstanceId id, OperationId operation) {
        return Changed.of("instanceId", id).and("operationId", operation);
    }

    private @Nullable InstancePayload read(InstanceId id, OperationId operationId, RequestContext context) {
        InstanceView instance = messages.askOne(new GetInstances(List.of(id)), InstanceView.class, context);
        OperationView operation =
                messages.askOne(new GetOperations(List.of(operationId)), OperationView.class, context);
        return instance == null || operation == null ? null : new InstancePayload(instance, operation);
    }
}
