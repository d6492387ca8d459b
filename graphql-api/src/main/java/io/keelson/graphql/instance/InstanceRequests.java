package io.keelson.graphql.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
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
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks for operations on instances that are there, and answers when they can be read. */
final class InstanceRequests {
    private final Messages messages;
    private final Changes changes;

    InstanceRequests(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    /**
     * Sends the command, whose handler answers with the id of the operation.
     *
     * @param command makes the command for the instance and the id that the operation will have
     */
    InstancePayload operate(Request request, String instanceId, BiFunction<InstanceId, OperationId, Object> command) {
        InstanceId id = InstanceId.parse(instanceId);
        OperationId wanted = new OperationId(request.newId("operation"));
        OperationId operation = messages.send(command.apply(id, wanted), OperationId.class, request.context());
        return changes.await(request, changed(id, operation), () -> read(id, operation, request.context()));
    }

    /** Sends a command that starts no operation. */
    InstanceView change(Request request, InstanceId id, Object command) {
        messages.send(command, request.context());
        return changes.await(
                request, Changed.of("instanceId", id), () -> Objects.requireNonNull(instance(id, request.context())));
    }

    static Changed changed(InstanceId id, OperationId operation) {
        return Changed.of("instanceId", id).and("operationId", operation);
    }

    /** The instance and its operation, or null while one of them cannot be read. */
    @Nullable
    InstancePayload read(InstanceId id, OperationId operationId, RequestContext context) {
        InstanceView instance = instance(id, context);
        OperationView operation =
                messages.askOne(new GetOperations(List.of(operationId)), OperationView.class, context);
        return instance == null || operation == null ? null : new InstancePayload(instance, operation);
    }

    private @Nullable InstanceView instance(InstanceId id, RequestContext context) {
        return messages.askOne(new GetInstances(List.of(id)), InstanceView.class, context);
    }
}
