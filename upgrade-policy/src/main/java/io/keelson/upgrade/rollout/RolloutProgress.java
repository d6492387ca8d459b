package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutPlace;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far a rollout has come after all of its events. Not for several threads. */
public final class RolloutProgress {
    private final RolloutStarted started;
    private final List<StageProgress> stages = new ArrayList<>();
    private final Map<InstanceId, MemberProgress> members = new LinkedHashMap<>();
    private RolloutState state = RolloutState.RUNNING;
    private int current;

    public RolloutProgress(RolloutStarted started) {
        this.started = started;
        for (int stage = 0; stage < started.spec().stages().size(); stage++) {
            stages.add(new StageProgress(stage, started.spec().stages().get(stage)));
        }
    }

    /** Takes in what has happened. */
    public void evolve(RolloutEvent event) {
        switch (event) {
            case RolloutStarted _ -> {}
            case RolloutMembersListed listed -> listed.members().forEach(this::add);
            case RolloutGateReached reached -> gate(reached.place()).reach();
            case RolloutGateApproved approved -> gate(approved.place()).approve();
            case RolloutStageOpened opened -> stages.get(opened.stage()).open(opened.at());
            case RolloutMemberStarted begun ->
                change(begun.instanceId(), member -> member.started(begun.operationId()));
            case RolloutMemberProposed proposed ->
                change(proposed.instanceId(), member -> member.proposed(proposed.operationId()));
            case RolloutMemberDeferred deferred ->
                change(deferred.instanceId(), member -> member.deferred(deferred.until(), deferred.reason()));
            case RolloutMemberEnded ended ->
                change(ended.instanceId(), member -> member.ended(ended.outcome(), ended.reason()));
            case RolloutSoakStarted soaking -> stages.get(soaking.stage()).soak(soaking.until());
            case RolloutStageCompleted completed -> current = completed.stage() + 1;
            case RolloutStopped _ -> state = RolloutState.STOPPED;
            case RolloutPaused _ -> state = RolloutState.PAUSED;
            case RolloutResumed _ -> state = RolloutState.RUNNING;
            case RolloutRestarted restarted -> {
                state = RolloutState.RUNNING;
                stages.get(current).forgive(restarted.retryFailed());
            }
            case RolloutAborted _ -> {
                state = RolloutState.ABORTED;
                stages.forEach(stage -> stage.groups().forEach(group -> group.pending()
                        .forEach(member -> group.change(
                                member, it -> it.ended(MemberOutcome.SKIPPED, "The rollout was aborted.")))));
            }
            case RolloutCompleted _ -> state = RolloutState.COMPLETED;
        }
    }

    private void add(RolloutMember member) {
        MemberProgress progress = new MemberProgress(member, members.size());
        members.put(member.instanceId(), progress);
        stages.get(member.stage()).add(progress);
    }

    private void change(InstanceId instanceId, Consumer<MemberProgress> change) {
        MemberProgress member = Objects.requireNonNull(members.get(instanceId));
        stages.get(member.member().stage())
                .groups()
                .get(member.member().group())
                .change(member, change);
    }

    GateProgress gate(RolloutPlace place) {
        StageProgress stage = stages.get(place.stage());
        return place.group() == null
                ? stage.gate()
                : stage.groups().get(place.group()).gate();
    }

    /** Whether somebody must agree before this place begins, or has. */
    public boolean hasGate(RolloutPlace place) {
        return gate(place).needsApproval();
    }

    /** Whether this place waits, or will wait, for somebody's approval. */
    public boolean needsApproval(RolloutPlace place) {
        return gate(place).needsApproval() && !gate(place).isApproved();
    }

    /** The stage or group of these names, or empty when there is none. */
    public Optional<RolloutPlace> place(String stageName, @Nullable String groupName) {
        return stages.stream()
                .filter(stage -> stage.stage().name().equals(stageName))
                .findFirst()
                .flatMap(stage -> groupName == null
                        ? Optional.of(RolloutPlace.ofStage(stage.index()))
                        : stage.groups().stream()
                                .filter(group -> group.name().equals(groupName))
                                .map(GroupProgress::place)
                                .findFirst());
    }

    public Optional<MemberProgress> member(InstanceId instanceId) {
        return Optional.ofNullable(members.get(instanceId));
    }

    /** All of them, in the order of their turns. */
    Collection<MemberProgress> members() {
        return members.values();
    }

    public RolloutState state() {
        return state;
    }

    /** Its author and what it is to do. */
    public RolloutStarted started() {
        return started;
    }

    /** The stage that is worked on; the last one when all are done. */
    StageProgress stage() {
        return stages.get(Math.min(current, stages.size() - 1));
    }

    boolean isLast(StageProgress stage) {
        return stage.index() == stages.size() - 1;
    }

    List<StageProgress> stages() {
        return stages;
    }
}
