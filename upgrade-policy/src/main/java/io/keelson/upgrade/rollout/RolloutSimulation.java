package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutGateApproved;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rollout on a clock of its own, without any effect: the moves are those of the real one, the instances are what a {@link
 * RolloutWorld} says, every upgrade lasts the same, and whoever is asked to approve does so at once.
 */
public final class RolloutSimulation {
    /** What will happen at some moment; of two at the same moment, the one that was planned first. */
    private record Planned(Instant at, int order, Runnable deed) {}

    private final PreviewRollout question;
    private final RolloutProgress progress;
    private final RolloutWorld world;
    private final PreviewTrace trace;
    private final Queue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingInt(Planned::order));
    private Instant now;
    private int order;

    private RolloutSimulation(PreviewRollout question, RolloutStarted started, RolloutWorld world) {
        this.question = question;
        this.world = world;
        now = question.at();
        progress = new RolloutProgress(started);
        trace = new PreviewTrace(progress);
    }

    /**
     * How a rollout would go.
     *
     * @param started its author and what it is to do
     * @param members in the order of their turns
     */
    public static RolloutPreview of(
            PreviewRollout question, RolloutStarted started, List<RolloutMember> members, RolloutWorld world) {
        return new RolloutSimulation(question, started, world).run(members);
    }

    private RolloutPreview run(List<RolloutMember> members) {
        happen(new RolloutMembersListed(
                progress.started().rolloutId(), progress.started().spec().version(), members));
        Instant next = now;
        while (next != null) {
            now = next;
            while (!planned.isEmpty() && !planned.element().at().isAfter(now)) {
                planned.remove().deed().run();
            }
            RolloutAgenda agenda = advance();
            next = earlier(
                    agenda.nextLook(),
                    planned.isEmpty() ? null : planned.element().at());
        }
        return trace.preview();
    }

    /** Moves until nothing moves any more at this moment. */
    private RolloutAgenda advance() {
        RolloutAgenda agenda;
        do {
            agenda = Agenda.of(progress, now);
            Map<InstanceId, MemberReadiness> readiness = new HashMap<>();
            agenda.candidates()
                    .forEach(candidate -> readiness.put(candidate, Readiness.of(world.decide(candidate, now, false))));
            new RolloutMoves(progress, now, this::happen).make(readiness, Map.of());
        } while (!agenda.candidates().isEmpty() || trace.takeMoved());
        return agenda;
    }

    private void happen(RolloutEvent event) {
        progress.evolve(event);
        trace.add(event, now);
        switch (event) {
            case RolloutGateReached reached -> plan(now, () -> open(reached));
            case RolloutMemberProposed proposed -> plan(now, () -> approve(proposed));
            case RolloutMemberStarted begun -> plan(now.plus(question.upgradeDuration()), () -> end(begun));
            default -> {}
        }
    }

    /** Like the approval of a real one: what it sets free is moved at once. */
    private void open(RolloutGateReached reached) {
        happen(new RolloutGateApproved(
                reached.rolloutId(), reached.place(), progress.started().startedBy()));
        goOn();
    }

    private void goOn() {
        if (progress.state() == RolloutState.RUNNING) {
            new RolloutMoves(progress, now, this::happen).make();
        }
    }

    /** An approval begins the upgrade, or waits for what else it needs; it does not wait for a place among the others. */
    private void approve(RolloutMemberProposed proposed) {
        MemberProgress member = progress.member(proposed.instanceId()).orElseThrow();
        if (!member.isProposed()) {
            return;
        }
        UpgradeDecision decision = world.decide(proposed.instanceId(), now, true);
        Instant starts = decision.startsAt();
        if (decision.outcome() == UpgradeOutcome.STARTS) {
            happen(RolloutMemberStarted.of(progress.started(), proposed.instanceId(), proposed.operationId()));
        } else if (starts != null && starts.isAfter(now)) {
            plan(starts, () -> approve(proposed));
        }
    }

    private void end(RolloutMemberStarted begun) {
        boolean fails = question.failing().contains(begun.instanceId());
        happen(new RolloutMemberEnded(
                begun.rolloutId(),
                begun.instanceId(),
                fails ? MemberOutcome.FAILED : MemberOutcome.SUCCEEDED,
                fails ? "Its upgrade is taken to fail." : ""));
        goOn();
    }

    private void plan(Instant at, Runnable deed) {
        planned.add(new Planned(at, order++, deed));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
