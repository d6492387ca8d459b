package io.keelson.command.rollout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.command.AbortRollout;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import io.keelson.api.rollout.command.PauseRollout;
import io.keelson.api.rollout.command.RestartRollout;
import io.keelson.api.rollout.command.ResumeRollout;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutGateApproved;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutPaused;
import io.keelson.api.rollout.event.RolloutRestarted;
import io.keelson.api.rollout.event.RolloutResumed;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import io.keelson.upgrade.rollout.RolloutProgress;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A rollout as people handle it: started, held, let go on, ended. */
@Aggregate(type = "rollout")
class Rollout {
    /** Keeps one event small. */
    private static final int PART = 500;

    @AggregateIdentifier
    private RolloutId rolloutId;

    private RolloutProgress progress;

    @AggregateMember
    private RolloutCourse course;

    Rollout() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(
            StartRollout command,
            Claims claims,
            Directory directory,
            Clock clock,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        RolloutSpec spec = command.spec();
        if (!spec.overrides().isEmpty()) {
            Reason.require(reason);
        }
        String id = command.rolloutId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.ROLLOUT, id), id)) {
            directory.requireProvisionable(spec.component(), spec.version());
            List<RolloutMember> members = command.members();
            apply(new RolloutStarted(command.rolloutId(), spec, members.size(), orNobody(actorId)));
            for (int from = 0; from < members.size(); from += PART) {
                List<RolloutMember> part = members.subList(from, Math.min(from + PART, members.size()));
                apply(new RolloutMembersListed(command.rolloutId(), spec.version(), part));
            }
            course.goOn(clock);
        }
    }

    @CommandHandler
    void decide(
            ApproveRolloutGate command, Clock clock, @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        if (progress.state().isOver()) {
            throw wrongState("It is %s; nothing of it waits for approval.".formatted(progress.state()));
        }
        RolloutPlace place = progress.place(command.stage(), command.group())
                .filter(progress::hasGate)
                .orElseThrow(() -> wrongState("There is no gate with approval at stage \"%s\"%s."
                        .formatted(
                                command.stage(),
                                command.group() == null ? "" : ", group \"%s\"".formatted(command.group()))));
        String approver = orNobody(actorId);
        if (approver.equals(progress.started().startedBy())) {
            throw new RejectedException(
                    ErrorCode.CONFIRMATION_MISSING,
                    "rolloutId",
                    "%s was started by %s; another person must approve its gates.".formatted(rolloutId, approver));
        }
        if (progress.needsApproval(place)) {
            apply(new RolloutGateApproved(rolloutId, place, approver));
            course.goOn(clock);
        }
    }

    @CommandHandler
    void decide(PauseRollout command) {
        require(EnumSet.of(RolloutState.RUNNING, RolloutState.PAUSED));
        if (progress.state() == RolloutState.RUNNING) {
            apply(new RolloutPaused(rolloutId));
        }
    }

    @CommandHandler
    void decide(ResumeRollout command, Clock clock) {
        require(EnumSet.of(RolloutState.RUNNING, RolloutState.PAUSED));
        if (progress.state() == RolloutState.PAUSED) {
            apply(new RolloutResumed(rolloutId));
            course.goOnAgain(clock);
        }
    }

    @CommandHandler
    void decide(RestartRollout command, Clock clock) {
        require(EnumSet.of(RolloutState.STOPPED));
        apply(new RolloutRestarted(rolloutId, command.retryFailed()));
        course.goOnAgain(clock);
    }

    @CommandHandler
    void decide(AbortRollout command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        require(EnumSet.complementOf(EnumSet.of(RolloutState.COMPLETED)));
        if (progress.state() != RolloutState.ABORTED) {
            apply(new RolloutAborted(rolloutId));
        }
    }

    @EventSourcingHandler
    void evolve(RolloutStarted event) {
        rolloutId = event.rolloutId();
        progress = new RolloutProgress(event);
        course = new RolloutCourse(progress);
    }

    @EventSourcingHandler
    void evolve(RolloutEvent event) {
        progress.evolve(event);
    }

    private void require(Set<RolloutState> allowed) {
        if (!allowed.contains(progress.state())) {
            throw wrongState("It is %s; that is possible only while it is %s."
                    .formatted(
                            progress.state(), allowed.stream().map(Enum::name).collect(Collectors.joining(" or "))));
        }
    }

    private RejectedException wrongState(String why) {
        return new RejectedException(
                ErrorCode.WRONG_STATE, "rolloutId", "%s was not changed. %s".formatted(rolloutId, why));
    }

    private static String orNobody(@Nullable String actorId) {
        return actorId == null ? "nobody" : actorId;
    }
}
