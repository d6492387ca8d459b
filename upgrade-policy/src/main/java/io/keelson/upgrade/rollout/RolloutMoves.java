package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutCompleted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.api.rollout.event.RolloutMemberDeferred;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutSoakStarted;
import io.keelson.api.rollout.event.RolloutStageCompleted;
import io.keelson.api.rollout.event.RolloutStageOpened;
import io.keelson.api.rollout.event.RolloutStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout does next. The same for the rollout itself and for its preview: each move is an event, which must be taken in
 * by the progress before the next move is thought of.
 */
public final class RolloutMoves {
    /** Between two questions to a member of which nobody knows when it can begin: a quarter of the time it has waited. */
    private static final int PART_OF_THE_WAIT = 4;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final RolloutProgress progress;
    private final Instant now;
    private final Consumer<RolloutEvent> move;
    /** The stage whose members were looked at, or null. */
    private @Nullable StageProgress looked;

    /** @param move takes a move in, so that the progress has evolved when it returns */
    public RolloutMoves(RolloutProgress progress, Instant now, Consumer<RolloutEvent> move) {
        this.progress = progress;
        this.now = now;
        this.move = move;
    }

    /**
     * Makes every move that can be made now.
     *
     * @param readiness of members whose turn it may be
     * @param unwell why, of members that had their turn and are not well any more; null when nobody has looked
     */
    public void make(Map<InstanceId, MemberReadiness> readiness, @Nullable Map<InstanceId, String> unwell) {
        StageProgress soaking = progress.stage();
        looked = unwell == null ? null : soaking;
        if (unwell != null && progress.state() == RolloutState.RUNNING && soaking.soakUntil() != null) {
            unwell.forEach(this::fail);
        }
        boolean moved = true;
        while (moved && progress.state() == RolloutState.RUNNING) {
            StageProgress stage = progress.stage();
            moved = stage.openedAt() == null ? open(stage) : work(stage, stage.openedAt(), readiness);
        }
    }

    /** Makes every move that needs nobody's answer. */
    public void make() {
        make(Map.of(), null);
    }

    /** Goes on after it was held: the patience of the stage begins anew, for nobody could begin meanwhile. */
    public void makeAgain() {
        StageProgress stage = progress.stage();
        if (stage.openedAt() != null) {
            move.accept(new RolloutStageOpened(id(), stage.index(), now));
        }
        make();
    }

    /** Puts a member off of which nobody knows when it can begin. */
    public void putOff(MemberProgress member, String reason) {
        defer(member, unknown(Objects.requireNonNullElse(progress.stage().openedAt(), now)), reason);
    }

    private void fail(InstanceId instanceId, String reason) {
        progress.member(instanceId)
                .filter(member -> member.outcome() == MemberOutcome.SUCCEEDED
                        && member.member().stage() == progress.stage().index())
                .ifPresent(member -> end(member, MemberOutcome.FAILED, reason));
    }

    private boolean open(StageProgress stage) {
        if (!passes(stage.gate(), RolloutPlace.ofStage(stage.index()))) {
            return false;
        }
        move.accept(new RolloutStageOpened(id(), stage.index(), now));
        return true;
    }

    private boolean passes(GateProgress gate, RolloutPlace place) {
        if (gate.mustAsk()) {
            move.accept(new RolloutGateReached(id(), place));
        }
        return gate.passes(now);
    }

    private boolean work(StageProgress stage, Instant openedAt, Map<InstanceId, MemberReadiness> readiness) {
        String failures = stage.tooManyFailures();
        if (failures != null) {
            return stop(failures);
        }
        if (!now.isBefore(openedAt.plus(spec().patience()))) {
            stage.groups().forEach(group -> group.pending().forEach(this::giveUp));
        }
        for (GroupProgress group : stage.groups()) {
            if (!group.isProcessed() && passes(group.gate(), group.place())) {
                group.due(now)
                        .toList()
                        .forEach(member -> ask(stage, group, member, readiness.get(member.instanceId())));
            }
        }
        return progress.state() == RolloutState.RUNNING && stage.isProcessed() && close(stage);
    }

    private void ask(
            StageProgress stage, GroupProgress group, MemberProgress member, @Nullable MemberReadiness readiness) {
        if (readiness == null || progress.state() != RolloutState.RUNNING) {
            return;
        }
        switch (readiness.kind()) {
            case START -> {
                if (stage.free(group) > 0) {
                    start(member);
                }
            }
            case WAIT ->
                defer(
                        member,
                        readiness.until() == null
                                ? unknown(Objects.requireNonNull(stage.openedAt()))
                                : readiness.until(),
                        readiness.reason());
            case PROPOSE -> propose(member);
            case SKIP -> end(member, MemberOutcome.SKIPPED, readiness.reason());
            case STOP -> stop(readiness.reason());
        }
    }

    private void start(MemberProgress member) {
        move.accept(RolloutMemberStarted.of(progress.started(), member.instanceId(), operation(member)));
    }

    private void propose(MemberProgress member) {
        move.accept(RolloutMemberProposed.of(progress.started(), member.instanceId(), operation(member)));
    }

    private OperationId operation(MemberProgress member) {
        return id().operation(member.instanceId(), member.attempt());
    }

    private Instant unknown(Instant since) {
        Duration part = Duration.between(since, now).dividedBy(PART_OF_THE_WAIT);
        Duration atLeast = part.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : part;
        return now.plus(atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast);
    }

    private void defer(MemberProgress member, Instant until, String reason) {
        move.accept(new RolloutMemberDeferred(id(), member.instanceId(), until, reason));
    }

    private void giveUp(MemberProgress member) {
        String reason = "It could not begin within %s.".formatted(spec().patience());
        end(member, MemberOutcome.SKIPPED, member.reason().isEmpty() ? reason : reason + " " + member.reason());
    }

    private void end(MemberProgress member, MemberOutcome outcome, String reason) {
        move.accept(new RolloutMemberEnded(id(), member.instanceId(), outcome, reason));
    }

    private boolean close(StageProgress stage) {
        String tooFew = stage.tooFewSuccesses();
        if (tooFew != null) {
            return stop(tooFew);
        }
        Instant until = stage.soakUntil();
        if (until == null && stage.stage().soak().isPositive()) {
            move.accept(new RolloutSoakStarted(
                    id(), stage.index(), now.plus(stage.stage().soak())));
            return true;
        }
        boolean mustLook = until != null && stage.successes() > 0 && stage != looked;
        if (until != null && (now.isBefore(until) || mustLook)) {
            return false;
        }
        move.accept(new RolloutStageCompleted(id(), stage.index()));
        if (progress.isLast(stage)) {
            move.accept(new RolloutCompleted(id()));
        }
        return true;
    }

    private boolean stop(String reason) {
        move.accept(new RolloutStopped(id(), progress.stage().index(), reason));
        return false;
    }

    private RolloutId id() {
        return progress.started().rolloutId();
    }

    private RolloutSpec spec() {
        return progress.started().spec();
    }
}
