package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.StartDueUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.instance.event.UpgradeApproved;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is upgraded: asked for, approved, begun when every rule passes. */
final class Upgrades {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);

    private final InstanceState state;
    private final OperationRequests requests;

    Upgrades(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    UpgradeAnswer decide(
            UpgradeInstance command,
            Claims claims,
            UpgradeDecider decider,
            UpgradeStart start,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        if (!command.overrides().isEmpty()) {
            Reason.require(reason);
        }
        if (!requests.isNew(command.operationId(), claims)) {
            return answer(command.operationId());
        }
        requests.require(ACTIVE);
        UpgradeDecision decision = decider.decide(state, command.version(), command.overrides(), false);
        UpgradeStart.requireEligible(state, decision);
        UpgradeProposal proposal = new UpgradeProposal(
                command.operationId(),
                command.version(),
                Objects.requireNonNull(decision.change()),
                command.overrides(),
                orNobody(actorId),
                null);
        supersede(orNobody(actorId));
        if (decision.outcome() == UpgradeOutcome.STARTS) {
            start.begin(state, proposal);
        } else {
            decider.target(state, command.version());
            apply(new UpgradeProposed(state.instanceId(), state.latestOperation(), proposal));
        }
        return answer(command.operationId());
    }

    @CommandHandler
    UpgradeAnswer decide(
            ApproveUpgrade command,
            Claims claims,
            UpgradeDecider decider,
            UpgradeStart start,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        if (state.hasBegun(command.proposalId())) {
            return answer(command.proposalId());
        }
        UpgradeProposal proposal = waiting(command.proposalId());
        if (proposal.approvedBy() != null) {
            return answer(command.proposalId());
        }
        if (proposal.author().equals(orNobody(actorId))) {
            throw new RejectedException(
                    ErrorCode.CONFIRMATION_MISSING,
                    "operationId",
                    "%s was asked for by %s; another person must approve it."
                            .formatted(command.proposalId(), proposal.author()));
        }
        UpgradeDecision decision = decider.decide(state, proposal.target(), proposal.overrides(), true);
        UpgradeStart.requireEligible(state, decision);
        apply(new UpgradeApproved(
                state.instanceId(), state.latestOperation(), command.proposalId(), orNobody(actorId)));
        if (decision.outcome() == UpgradeOutcome.STARTS) {
            claims.claim(claimOf(proposal.operationId()), state.instanceId().toString());
            start.begin(state, proposal);
        }
        return answer(command.proposalId());
    }

    @CommandHandler
    void decide(
            RejectUpgrade command,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        Reason.require(reason);
        waiting(command.proposalId());
        apply(new UpgradeRejected(
                state.instanceId(), state.latestOperation(), command.proposalId(), orNobody(actorId)));
    }

    @CommandHandler
    UpgradeAnswer decide(
            StartDueUpgrade command,
            Claims claims,
            UpgradeDecider decider,
            UpgradeStart start,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        if (state.busy() || state.status() != InstanceStatus.ACTIVE) {
            return new UpgradeAnswer(command.operationId(), false);
        }
        UpgradeProposal waiting = state.upgrades().proposal();
        UpgradeDecision decision = waiting == null
                ? decider.decide(state, null, Set.of(), false)
                : decider.decide(state, waiting.target(), waiting.overrides(), waiting.approvedBy() != null);
        if (waiting != null && decision.overtaken()) {
            drop(waiting, decision, orNobody(actorId));
            return new UpgradeAnswer(command.operationId(), false);
        }
        UpgradeProposal proposal = waiting == null ? due(command, decision, decider, orNobody(actorId)) : waiting;
        if (proposal != null && decision.outcome() == UpgradeOutcome.STARTS) {
            claims.claim(claimOf(proposal.operationId()), state.instanceId().toString());
            start.begin(state, proposal);
            return answer(proposal.operationId());
        }
        if (proposal != null
                && waiting == null
                && decision.saying(Verdict.WAITS).contains(UpgradeRule.APPROVAL)
                && !decision.saying(Verdict.WAITS).contains(UpgradeRule.ROLLOUT)) {
            apply(new UpgradeProposed(state.instanceId(), state.latestOperation(), proposal));
        }
        return new UpgradeAnswer(command.operationId(), false);
    }

    /** Otherwise it would wait for ever, and keep back what came out since. */
    private void drop(UpgradeProposal waiting, UpgradeDecision decision, String by) {
        String reason = UpgradeStart.refusal(state, decision);
        apply(
                new UpgradeRejected(state.instanceId(), state.latestOperation(), waiting.operationId(), by),
                MetaData.with(RequestContext.REASON, reason));
    }

    /** Who asks for an upgrade means it in place of the one that waits. */
    private void supersede(String by) {
        UpgradeProposal waiting = state.upgrades().proposal();
        if (waiting != null) {
            apply(new UpgradeRejected(state.instanceId(), state.latestOperation(), waiting.operationId(), by));
        }
    }

    /** What is best for the instance now, one release of its path at a time; null when there is nothing. */
    private @Nullable UpgradeProposal due(
            StartDueUpgrade command, UpgradeDecision decision, UpgradeDecider decider, String author) {
        ChangeClass change = decision.change();
        if (!decision.eligible() || change == null) {
            return null;
        }
        SemanticVersion next = decision.path().getFirst();
        if (decision.path().size() > 1) {
            change = Objects.requireNonNullElse(
                    decider.decide(state, next, Set.of(), false).change(), change);
        }
        return new UpgradeProposal(command.operationId(), next, change, Set.of(), author, null);
    }

    private UpgradeProposal waiting(OperationId proposalId) {
        UpgradeProposal proposal = state.upgrades().proposal();
        if (proposal == null || !proposal.operationId().equals(proposalId)) {
            throw state.wrongState("No upgrade %s of %s waits.".formatted(proposalId, state.instanceId()));
        }
        return proposal;
    }

    private UpgradeAnswer answer(OperationId operationId) {
        return new UpgradeAnswer(operationId, state.hasBegun(operationId));
    }

    private static ClaimKey claimOf(OperationId operationId) {
        return new ClaimKey(ClaimKind.REQUESTED_OPERATION, operationId.toString());
    }

    private static String orNobody(@Nullable String actorId) {
        return actorId == null ? "nobody" : actorId;
    }
}
