package io.keelson.graphql.upgrade;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.RollBackInstance;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
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
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Asks for upgrades, agrees to them, refuses them and takes them back. Rejected with the codes of the commands. */
@Controller
final class UpgradeMutations {
    private final Messages messages;
    private final Changes changes;

    UpgradeMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    UpgradePayload upgradeInstance(@Argument UpgradeInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        Request reasoned = input.reason() == null ? request : request.withReason(input.reason());
        InstanceId id = InstanceId.parse(input.instanceId());
        UpgradeInstance command = input.toCommand(id, new OperationId(request.newId("operation")));
        return answered(reasoned, id, messages.send(command, UpgradeAnswer.class, reasoned.context()));
    }

    @MutationMapping
    UpgradePayload approveUpgrade(@Argument ApproveUpgradeInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        InstanceId id = InstanceId.parse(input.instanceId());
        ApproveUpgrade command = new ApproveUpgrade(id, OperationId.parse(input.operationId()));
        return answered(request, id, messages.send(command, UpgradeAnswer.class, request.context()));
    }

    @MutationMapping
    UpgradePayload rejectUpgrade(@Argument RejectUpgradeInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        InstanceId id = InstanceId.parse(input.instanceId());
        OperationId proposal = OperationId.parse(input.operationId());
        messages.send(new RejectUpgrade(id, proposal), request.context());
        return answered(request, id, new UpgradeAnswer(proposal, false));
    }

    @MutationMapping
    RollbackPayload rollbackInstance(@Argument RollbackInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        InstanceId id = InstanceId.parse(input.instanceId());
        OperationId operation = messages.send(
                new RollBackInstance(id, new OperationId(request.newId("operation"))),
                OperationId.class,
                request.context());
        UpgradePayload begun = answered(request, id, new UpgradeAnswer(operation, true));
        return new RollbackPayload(begun.instance(), Objects.requireNonNull(begun.operation()));
    }

    private UpgradePayload answered(Request request, InstanceId id, UpgradeAnswer answer) {
        Changed changed = Changed.of("instanceId", id);
        if (answer.started()) {
            changed.and("operationId", answer.operationId());
        }
        return changes.await(request, changed, () -> read(id, answer, request.context()));
    }

    private @Nullable UpgradePayload read(InstanceId id, UpgradeAnswer answer, RequestContext context) {
        InstanceView instance = messages.askOne(new GetInstances(List.of(id)), InstanceView.class, context);
        if (instance == null) {
            return null;
        }
        if (!answer.started()) {
            return new UpgradePayload(instance, null, instance.upgrades().proposal());
        }
        OperationView operation =
                messages.askOne(new GetOperations(List.of(answer.operationId())), OperationView.class, context);
        return operation == null ? null : new UpgradePayload(instance, operation, null);
    }
}
