package io.keelson.saga.rollout;

import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * One turn of one member of a rollout: asks the instance to upgrade, or proposes it to its customer, and tells the rollout what
 * came of it. It lives until the turn is over.
 */
@Saga
@ProcessingGroup(RolloutSaga.GROUP)
public class RolloutSaga {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "rollout-saga";

    private static final String OPERATION_ID = "operationId";
    private static final String INSTANCE_ID = "instanceId";
    private static final String ROLLOUT_ID = "rolloutId";

    private @Nullable MemberTurn turn;
    /** Whether its customer was asked and has not agreed so far. */
    private boolean waits;

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(RolloutMemberStarted event, CommandGateway gateway) {
        // Otherwise its customer has agreed, and it has begun.
        if (turn == null) {
            turn = new MemberTurn(event.rolloutId(), event.instanceId(), event.operationId(), event.startedBy());
            MemberTurn.Answer answer = turn.start(event, gateway);
            if (!answer.begun()) {
                end(answer.outcome(), answer.reason(), gateway);
            }
        }
    }

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(RolloutMemberProposed event, CommandGateway gateway) {
        if (turn != null) {
            return;
        }
        turn = new MemberTurn(event.rolloutId(), event.instanceId(), event.operationId(), event.startedBy());
        waits = true;
        SagaLifecycle.associateWith(INSTANCE_ID, event.instanceId().toString());
        SagaLifecycle.associateWith(ROLLOUT_ID, event.rolloutId().toString());
        MemberTurn.Answer answer = turn.propose(event, gateway);
        if (answer.outcome() == MemberOutcome.SKIPPED) {
            end(answer.outcome(), answer.reason(), gateway);
        }
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceOperationRequested event, CommandGateway gateway) {
        if (turn != null && waits) {
            waits = false;
            turn.recordBegan(gateway);
        }
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceUpgraded event, CommandGateway gateway) {
        end(MemberOutcome.SUCCEEDED, "", gateway);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceOperationFailed event, CommandGateway gateway) {
        end(MemberOutcome.FAILED, event.error().message(), gateway);
    }

    @SagaEventHandler(associationProperty = INSTANCE_ID)
    void react(UpgradeRejected event, CommandGateway gateway) {
        if (turn != null && waits && event.proposalId().equals(turn.operationId())) {
            end(MemberOutcome.SKIPPED, "%s has refused it.".formatted(event.rejectedBy()), gateway);
        }
    }

    @SagaEventHandler(associationProperty = INSTANCE_ID)
    void react(InstanceTerminated event, CommandGateway gateway) {
        if (waits) {
            end(MemberOutcome.SKIPPED, "The instance was terminated.", gateway);
        }
    }

    /** The patience of its stage is over. */
    @SagaEventHandler(associationProperty = INSTANCE_ID)
    void react(RolloutMemberEnded event, CommandGateway gateway) {
        if (turn != null && waits && event.rolloutId().equals(turn.rolloutId())) {
            turn.withdraw(gateway);
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = ROLLOUT_ID)
    void react(RolloutAborted event, CommandGateway gateway) {
        if (turn != null && waits) {
            turn.withdraw(gateway);
            SagaLifecycle.end();
        }
    }

    private void end(MemberOutcome outcome, String reason, CommandGateway gateway) {
        if (turn != null) {
            turn.record(outcome, reason, gateway);
        }
        SagaLifecycle.end();
    }
}
