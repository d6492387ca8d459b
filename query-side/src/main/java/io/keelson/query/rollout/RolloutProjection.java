package io.keelson.query.rollout;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutCompleted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutGateApproved;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.api.rollout.event.RolloutMemberDeferred;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutPaused;
import io.keelson.api.rollout.event.RolloutRestarted;
import io.keelson.api.rollout.event.RolloutResumed;
import io.keelson.api.rollout.event.RolloutSoakStarted;
import io.keelson.api.rollout.event.RolloutStageCompleted;
import io.keelson.api.rollout.event.RolloutStageOpened;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.event.RolloutStopped;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import io.keelson.query.row.Stamp;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("rollout-projection")
class RolloutProjection {
    private static final String PROPOSED = "Its customer must approve the upgrade.";
    private static final String ABORTED = "The rollout was aborted.";

    private final Rows<RolloutEntity> rollouts;
    private final RolloutMembers members;

    RolloutProjection(EntityManager entities, RowChanges changes, RolloutMembers members) {
        rollouts = new Rows<>("rollout", RolloutEntity.class, entities, changes);
        this.members = members;
    }

    @EventHandler
    void on(RolloutEvent event, DomainEventMessage<?> message) {
        if (event instanceof RolloutStarted started) {
            rollouts.insert(message, stamp -> new RolloutEntity(started, stamp));
        } else {
            rollouts.update(message, (rollout, stamp) -> change(rollout, event, stamp, message));
        }
    }

    private void change(RolloutEntity rollout, RolloutEvent event, Stamp stamp, DomainEventMessage<?> message) {
        switch (event) {
            case RolloutStarted _, RolloutStageOpened _ -> {}
            case RolloutMembersListed listed -> members.add(listed.members(), stamp);
            case RolloutGateReached reached -> rollout.gateReached(reached.place());
            case RolloutGateApproved approved -> rollout.gateApproved(approved.place());
            case RolloutMemberStarted begun ->
                members.change(begun.instanceId(), MemberOutcome.RUNNING, "", null, begun.operationId(), stamp);
            case RolloutMemberProposed proposed ->
                members.change(
                        proposed.instanceId(), MemberOutcome.PENDING, PROPOSED, null, proposed.operationId(), stamp);
            case RolloutMemberDeferred deferred ->
                members.change(
                        deferred.instanceId(), MemberOutcome.PENDING, deferred.reason(), deferred.until(), null, stamp);
            case RolloutMemberEnded ended ->
                members.change(ended.instanceId(), ended.outcome(), ended.reason(), null, null, stamp);
            case RolloutSoakStarted soaking -> rollout.soaks(soaking.until());
            case RolloutStageCompleted completed -> rollout.stageCompleted(completed.stage());
            case RolloutStopped stopped -> rollout.stopped(stopped.reason());
            case RolloutPaused _ -> rollout.paused();
            case RolloutResumed _ -> rollout.resumed();
            case RolloutRestarted restarted -> {
                rollout.restarted();
                if (restarted.retryFailed()) {
                    members.retryFailed(rollout.stage(), stamp);
                }
            }
            case RolloutAborted _ -> {
                rollout.over(RolloutState.ABORTED, reason(message));
                members.giveUp(ABORTED, stamp);
            }
            case RolloutCompleted _ -> rollout.over(RolloutState.COMPLETED, "");
        }
    }

    private static String reason(DomainEventMessage<?> message) {
        return message.getMetaData().get(RequestContext.REASON) instanceof String reason ? reason : "";
    }

    @ResetHandler
    void reset() {
        rollouts.clear();
        members.clear();
    }
}
