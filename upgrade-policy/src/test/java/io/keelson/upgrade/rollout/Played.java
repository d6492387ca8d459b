package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A rollout that a test plays by hand. */
final class Played {
    final RolloutProgress progress;
    final List<RolloutEvent> events = new ArrayList<>();
    Instant now = Plans.NOON;

    Played(List<RolloutMember> members, RolloutStage... stages) {
        RolloutStarted started = Plans.started(stages);
        progress = new RolloutProgress(started);
        happen(new RolloutMembersListed(Plans.ID, started.spec().version(), members));
        goOn();
    }

    void happen(RolloutEvent event) {
        events.add(event);
        progress.evolve(event);
    }

    void goOn() {
        moves().make();
    }

    /** After it was held. */
    void goOnAgain() {
        moves().makeAgain();
    }

    /** Looks at those who soak; they are well. */
    void look() {
        moves().make(Map.of(), Map.of());
    }

    void unwell(int number, String reason) {
        moves().make(Map.of(), Map.of(Plans.instance(number), reason));
    }

    private RolloutMoves moves() {
        return new RolloutMoves(progress, now, this::happen);
    }

    /** Everybody who is asked can start. */
    void startAll() {
        answer(_ -> MemberReadiness.READY);
    }

    /** Answers until nothing more is asked. */
    void answer(Function<InstanceId, MemberReadiness> answers) {
        goOn();
        RolloutAgenda agenda = agenda();
        while (!agenda.candidates().isEmpty()) {
            Map<InstanceId, MemberReadiness> readiness = new HashMap<>();
            agenda.candidates().forEach(candidate -> readiness.put(candidate, answers.apply(candidate)));
            moves().make(readiness, Map.of());
            agenda = agenda();
        }
    }

    RolloutAgenda agenda() {
        return Agenda.of(progress, now);
    }

    void succeed(int number) {
        end(number, MemberOutcome.SUCCEEDED);
    }

    void fail(int number) {
        end(number, MemberOutcome.FAILED);
    }

    private void end(int number, MemberOutcome outcome) {
        happen(new RolloutMemberEnded(Plans.ID, Plans.instance(number), outcome, ""));
        if (progress.state() == RolloutState.RUNNING) {
            goOn();
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<InstanceId> running() {
        return with(MemberOutcome.RUNNING);
    }

    List<InstanceId> with(MemberOutcome outcome) {
        return progress.members().stream()
                .filter(member -> member.outcome() == outcome)
                .map(MemberProgress::instanceId)
                .toList();
    }

    /** In the order of their turns. */
    List<InstanceId> started() {
        return events.stream()
                .filter(RolloutMemberStarted.class::isInstance)
                .map(event -> ((RolloutMemberStarted) event).instanceId())
                .toList();
    }
}
