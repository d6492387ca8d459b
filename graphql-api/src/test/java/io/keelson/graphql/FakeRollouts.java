package io.keelson.graphql;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.query.PageInfo;
import io.keelson.api.rollout.MemberOutcome;
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
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.PlanRollout;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.PreviewedStage;
import io.keelson.api.rollout.query.RolloutMemberPage;
import io.keelson.api.rollout.query.RolloutMemberView;
import io.keelson.api.rollout.query.RolloutPage;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.rollout.query.WatchRollouts;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Stands for rollouts: only the component of the fixtures has instances, the three of the fixtures. */
final class FakeRollouts {
    final Map<RolloutId, RolloutView> rollouts = new ConcurrentHashMap<>();
    private final FakePlatform platform;

    FakeRollouts(FakePlatform platform) {
        this.platform = platform;
    }

    @CommandHandler
    void decide(StartRollout command, MetaData context) {
        note(command, context);
        rollouts.put(
                command.rolloutId(), view(command.rolloutId(), command.spec(), RolloutState.RUNNING, "", List.of()));
    }

    @CommandHandler
    void decide(ApproveRolloutGate command, MetaData context) {
        change(command, command.rolloutId(), RolloutState.RUNNING, "", context);
    }

    @CommandHandler
    void decide(PauseRollout command, MetaData context) {
        change(command, command.rolloutId(), RolloutState.PAUSED, "", context);
    }

    @CommandHandler
    void decide(ResumeRollout command, MetaData context) {
        change(command, command.rolloutId(), RolloutState.RUNNING, "", context);
    }

    @CommandHandler
    void decide(RestartRollout command, MetaData context) {
        change(command, command.rolloutId(), RolloutState.RUNNING, "", context);
    }

    @CommandHandler
    void decide(AbortRollout command, MetaData context) {
        change(
                command,
                command.rolloutId(),
                RolloutState.ABORTED,
                context.get(RequestContext.REASON).toString(),
                context);
    }

    private void change(Object command, RolloutId id, RolloutState state, String reason, MetaData context) {
        note(command, context);
        if (!rollouts.containsKey(id)) {
            throw new RejectedException(ErrorCode.ROLLOUT_NOT_FOUND, "rolloutId", "There is no %s.".formatted(id));
        }
        rollouts.computeIfPresent(id, (_, it) -> view(id, it.spec(), state, reason, List.of()));
    }

    private void note(Object command, MetaData context) {
        platform.commands.add(command);
        platform.metadata.add(context);
    }

    @QueryHandler
    List<RolloutMember> handle(PlanRollout query) {
        platform.queries.add(query);
        return query.spec().component().equals(VersionFixtures.COMPONENT) ? RolloutFixtures.members() : List.of();
    }

    @QueryHandler
    RolloutPreview handle(PreviewRollout query) {
        platform.queries.add(query);
        List<PreviewedMember> members = new StartRollout(RolloutId.random(), query.spec(), RolloutFixtures.members())
                .members().stream()
                        .map(member -> new PreviewedMember(
                                member,
                                query.failing().contains(member.instanceId())
                                        ? MemberOutcome.FAILED
                                        : MemberOutcome.SUCCEEDED,
                                query.at(),
                                query.at().plus(query.upgradeDuration()),
                                false,
                                ""))
                        .toList();
        return new RolloutPreview(
                RolloutState.COMPLETED,
                "",
                query.at(),
                query.spec().stages().stream()
                        .map(stage -> new PreviewedStage(stage.name(), 1, query.at(), query.at(), false))
                        .toList(),
                members);
    }

    @QueryHandler
    List<RolloutView> handle(GetRollouts query) {
        platform.queries.add(query);
        return query.ids().stream()
                .filter(rollouts::containsKey)
                .map(rollouts::get)
                .toList();
    }

    @QueryHandler
    List<RolloutView> handle(WatchRollouts query) {
        return rollouts.values().stream()
                .filter(rollout -> rollout.id().equals(query.rolloutId()))
                .toList();
    }

    @QueryHandler
    RolloutPage handle(FindRollouts query) {
        platform.queries.add(query);
        List<RolloutView> items = List.copyOf(rollouts.values());
        return new RolloutPage(items, cursors(items.size()), new PageInfo(false, items.size()));
    }

    @QueryHandler
    RolloutMemberPage handle(FindRolloutMembers query) {
        platform.queries.add(query);
        List<RolloutMemberView> items = IntStream.range(
                        0, RolloutFixtures.members().size())
                .mapToObj(number -> member(query.rolloutId(), number))
                .filter(member -> query.outcome() == null || member.outcome() == query.outcome())
                .toList();
        return new RolloutMemberPage(items, cursors(items.size()), new PageInfo(false, items.size()));
    }

    /** The first one runs. */
    private static RolloutMemberView member(RolloutId id, int number) {
        RolloutMember member = RolloutFixtures.members().get(number);
        return new RolloutMemberView(
                id,
                member,
                number,
                number == 0 ? MemberOutcome.RUNNING : MemberOutcome.PENDING,
                "",
                null,
                number == 0 ? id.operation(member.instanceId(), 0) : null,
                FakePlatform.NOW);
    }

    /** A rollout with one member that runs and two that wait. */
    static RolloutView view(
            RolloutId id, RolloutSpec spec, RolloutState state, String reason, List<RolloutPlace> waitingGates) {
        return new RolloutView(
                id,
                spec,
                state,
                3,
                0,
                null,
                reason,
                waitingGates,
                Map.of(MemberOutcome.RUNNING, 1, MemberOutcome.PENDING, 2),
                FakePlatform.NOW,
                FakePlatform.NOW,
                "local-operator");
    }

    private static List<String> cursors(int size) {
        return IntStream.range(0, size).mapToObj(number -> "cursor-" + number).toList();
    }
}
