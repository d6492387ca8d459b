package io.keelson.saga.rollout;

import io.keelson.api.actor.ActorType;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.StartRolloutUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.command.RecordMemberBegan;
import io.keelson.api.rollout.command.RecordMemberOutcome;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.saga.step.SeparateCommand;
import io.keelson.saga.step.StepCommands;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** The commands of one turn. What is asked of the instance is asked in the name of the author of the rollout. */
record MemberTurn(RolloutId rolloutId, InstanceId instanceId, OperationId operationId, String startedBy) {
    /** What came of asking the instance: it has begun, or the turn is over with this outcome. */
    record Answer(boolean begun, MemberOutcome outcome, String reason) {}

    Answer start(RolloutMemberStarted event, CommandGateway gateway) {
        return ask(
                new StartRolloutUpgrade(
                        instanceId, operationId, rolloutId, event.version(), event.overrides(), startedBy),
                gateway);
    }

    /** Not begun and pending means that it waits for its customer. */
    Answer propose(RolloutMemberProposed event, CommandGateway gateway) {
        return ask(new UpgradeInstance(instanceId, operationId, event.version(), event.overrides()), gateway);
    }

    /** Takes the proposal back; one that does not wait any more is left alone. */
    void withdraw(CommandGateway gateway) {
        var _ = new SeparateCommand(gateway).send(new RejectUpgrade(instanceId, operationId), metadata());
    }

    void recordBegan(CommandGateway gateway) {
        new StepCommands(gateway).send(new RecordMemberBegan(rolloutId, instanceId, operationId));
    }

    void record(MemberOutcome outcome, String reason, CommandGateway gateway) {
        new StepCommands(gateway).send(new RecordMemberOutcome(rolloutId, instanceId, operationId, outcome, reason));
    }

    private Answer ask(Object command, CommandGateway gateway) {
        SeparateCommand.Reply reply = new SeparateCommand(gateway).ask(command, metadata());
        if (reply.rejection() != null) {
            return refused(reply.rejection());
        }
        return reply.answer() instanceof UpgradeAnswer answer && answer.started()
                ? new Answer(true, MemberOutcome.RUNNING, "")
                : new Answer(false, MemberOutcome.PENDING, "Something came between; it has another turn.");
    }

    private static Answer refused(Rejection rejection) {
        return switch (rejection.code()) {
            case UPGRADE_NOT_ELIGIBLE, CONFIGURATION_NOT_ACCEPTED, INSTANCE_NOT_FOUND, WRONG_STATE ->
                new Answer(false, MemberOutcome.SKIPPED, rejection.message());
            case OPERATION_IN_PROGRESS -> new Answer(false, MemberOutcome.PENDING, rejection.message());
            // Nothing that the instance says of itself, so the event must be delivered again.
            default -> throw new RejectedException(rejection);
        };
    }

    private Map<String, String> metadata() {
        return Map.of(
                RequestContext.ACTOR_ID, startedBy,
                RequestContext.ACTOR_TYPE, ActorType.SUPER_ADMIN.name(),
                RequestContext.REQUEST_ID, operationId.toString(),
                RequestContext.REASON, "Its turn in %s".formatted(rolloutId));
    }
}
