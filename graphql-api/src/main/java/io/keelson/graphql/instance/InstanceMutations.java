package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.request.Request;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/**
 * Asks for instances and for their removal. Rejected with the codes of {@link ProvisionInstance} and
 * {@link TerminateInstance}.
 */
@Controller
final class InstanceMutations {
    private final Changes changes;
    private final InstanceRequests requests;

    InstanceMutations(Changes changes, InstanceRequests requests) {
        this.changes = changes;
        this.requests = requests;
    }

    @MutationMapping
    InstancePayload provisionInstance(@Argument ProvisionInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        InstanceId id = new InstanceId(request.newId("instance"));
        OperationId operation = new OperationId(request.newId("operation"));
        ProvisionInstance command = input.toCommand(id, operation);
        return changes.create(
                request,
                command,
                InstanceRequests.changed(id, operation),
                () -> requests.read(id, operation, request.context()));
    }

    @MutationMapping
    InstancePayload terminateInstance(@Argument TerminateInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        BackupId lastBackup = Boolean.FALSE.equals(input.lastBackup()) ? null : new BackupId(request.newId("backup"));
        return requests.operate(
                request, input.instanceId(), (id, operation) -> new TerminateInstance(id, operation, lastBackup));
    }
}
