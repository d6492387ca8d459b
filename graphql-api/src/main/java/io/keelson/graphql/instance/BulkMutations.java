package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.backup.BackupId;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.graphql.error.ErrorContract;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Asks for the same operation on many instances; a refusal of one does not keep the others from theirs. */
@Controller
final class BulkMutations {
    private static final int MOST = 100;

    private final Messages messages;
    private final Changes changes;
    private final ErrorContract contract;

    BulkMutations(Messages messages, Changes changes, ErrorContract contract) {
        this.messages = messages;
        this.changes = changes;
        this.contract = contract;
    }

    @MutationMapping
    OperateInstancesPayload operateInstances(
            @Argument OperateInstancesInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        List<String> ids = input.instanceIds().stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw RejectedException.invalid(
                    "instanceIds", "instanceIds has %d entries; it must have 1 to %d.".formatted(ids.size(), MOST));
        }
        input.action().requireFits(input.region());
        List<InstanceResult> results =
                ids.stream().map(id -> ask(request, input, id)).toList();
        return changes.await(request, changed(results), () -> new OperateInstancesPayload(results));
    }

    private InstanceResult ask(Request request, OperateInstancesInput input, String id) {
        try {
            Object command = input.action()
                    .command(
                            InstanceId.parse(id),
                            new OperationId(request.newId("operation:" + id)),
                            new BackupId(request.newId("backup:" + id)),
                            input.region());
            return InstanceResult.accepted(id, messages.send(command, OperationId.class, request.context()));
        } catch (RuntimeException refusal) {
            return InstanceResult.refused(
                    id, contract.of(refusal, request.context().requestId()));
        }
    }

    private static Changed changed(List<InstanceResult> results) {
        Changed changed = Changed.nothing();
        for (InstanceResult result : results) {
            if (result.operationId() != null) {
                changed = changed.and(result.instanceId(), result.operationId());
            }
        }
        return changed;
    }
}
