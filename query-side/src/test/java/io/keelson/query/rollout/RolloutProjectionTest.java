package io.keelson.query.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Page;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.RolloutMemberPage;
import io.keelson.api.rollout.query.RolloutMemberView;
import io.keelson.api.rollout.query.RolloutPage;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.rollout.query.WatchRollouts;
import io.keelson.api.version.ComponentName;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

class RolloutProjectionTest {
    private static final Page PAGE = new Page(50, null);

    private final ReadModel model = ReadModel.empty();

    RolloutProjectionTest() {
        model.tell(RolloutFixtures.started(), RolloutFixtures.listed());
    }

    @Test
    void aRolloutBeginsWithMembersThatWaitInTheirOrder() {
        assertThat(rollout().spec()).isEqualTo(RolloutFixtures.spec());
        assertThat(rollout().state()).isEqualTo(RolloutState.RUNNING);
        assertThat(rollout().size()).isEqualTo(3);
        assertThat(rollout().outcomes()).isEqualTo(Map.of(MemberOutcome.PENDING, 3));
        assertThat(rollout().createdAt()).isEqualTo(Events.AT);
        assertThat(members(null, null)).extracting(RolloutMemberView::number).containsExactly(0, 1, 2);
        assertThat(members(null, null))
                .extracting(RolloutMemberView::member)
                .containsExactlyElementsOf(RolloutFixtures.members());
    }

    @Test
    void aStageGoesFromItsFirstMemberThroughItsSoakToTheNextOne() {
        model.tell(RolloutFixtures.stageOpened(0), RolloutFixtures.memberStarted(RolloutFixtures.CANARY));
        assertThat(member(RolloutFixtures.CANARY).outcome()).isEqualTo(MemberOutcome.RUNNING);
        assertThat(member(RolloutFixtures.CANARY).operationId())
                .isEqualTo(RolloutFixtures.operation(RolloutFixtures.CANARY));

        model.tell(
                RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.SUCCEEDED, ""),
                RolloutFixtures.soakStarted());
        assertThat(rollout().soakUntil()).isEqualTo("2026-03-03T13:00:00Z");
        assertThat(rollout().outcomes()).isEqualTo(Map.of(MemberOutcome.PENDING, 2, MemberOutcome.SUCCEEDED, 1));

        model.tell(RolloutFixtures.stageCompleted(0), RolloutFixtures.gateReached());
        assertThat(rollout().stage()).isOne();
        assertThat(rollout().soakUntil()).isNull();
        assertThat(rollout().waitingGates()).containsExactly(RolloutPlace.ofStage(1));
        model.tell(RolloutFixtures.gateApproved());
        assertThat(rollout().waitingGates()).isEmpty();

        model.tell(RolloutFixtures.stageCompleted(1), RolloutFixtures.completed());
        assertThat(rollout().stage()).isOne();
        assertThat(rollout().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void aMemberThatCannotBeginSaysWhyAndUntilWhen() {
        model.tell(RolloutFixtures.memberDeferred(RolloutFixtures.CANARY));
        assertThat(member(RolloutFixtures.CANARY).until()).isEqualTo("2026-03-03T18:00:00Z");
        assertThat(member(RolloutFixtures.CANARY).reason()).isEqualTo("Another operation changes the instance.");

        model.tell(RolloutFixtures.memberProposed(RolloutFixtures.CANARY));
        assertThat(member(RolloutFixtures.CANARY).outcome()).isEqualTo(MemberOutcome.PENDING);
        assertThat(member(RolloutFixtures.CANARY).reason()).isEqualTo("Its customer must approve the upgrade.");
        assertThat(member(RolloutFixtures.CANARY).until()).isNull();
        assertThat(member(RolloutFixtures.CANARY).operationId())
                .isEqualTo(RolloutFixtures.operation(RolloutFixtures.CANARY));
        assertThat(member(RolloutFixtures.CANARY).updatedAt()).isEqualTo(Events.AT.plusSeconds(3));
    }

    @Test
    void aStoppedRolloutIsRestartedWithAnotherTurnForWhatFailedInItsStageOnly() {
        model.tell(
                RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.FAILED, "It died."),
                RolloutFixtures.memberEnded(RolloutFixtures.SECOND, MemberOutcome.FAILED, "It died."),
                RolloutFixtures.stopped(0));
        assertThat(rollout().state()).isEqualTo(RolloutState.STOPPED);
        assertThat(rollout().reason()).startsWith("1 of 1 members");
        assertThat(members(MemberOutcome.FAILED, 0))
                .extracting(RolloutMemberView::reason)
                .containsExactly("It died.");

        model.tell(RolloutFixtures.restarted(true));
        assertThat(rollout().state()).isEqualTo(RolloutState.RUNNING);
        assertThat(rollout().reason()).isEmpty();
        assertThat(member(RolloutFixtures.CANARY).outcome()).isEqualTo(MemberOutcome.PENDING);
        assertThat(member(RolloutFixtures.CANARY).reason()).isEmpty();
        assertThat(member(RolloutFixtures.SECOND).outcome()).isEqualTo(MemberOutcome.FAILED);
    }

    @Test
    void aRestartThatForgivesLeavesWhatFailed() {
        model.tell(
                RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.FAILED, "It died."),
                RolloutFixtures.stopped(0),
                RolloutFixtures.restarted(false));

        assertThat(member(RolloutFixtures.CANARY).outcome()).isEqualTo(MemberOutcome.FAILED);
    }

    @Test
    void aPausedRolloutGoesOn() {
        model.tell(RolloutFixtures.paused());
        assertThat(rollout().state()).isEqualTo(RolloutState.PAUSED);
        model.tell(RolloutFixtures.resumed());
        assertThat(rollout().state()).isEqualTo(RolloutState.RUNNING);
    }

    @Test
    void anAbortedRolloutLeavesWhatIsUnderWayAndSkipsTheRest() {
        model.tell(RolloutFixtures.memberStarted(RolloutFixtures.CANARY), RolloutFixtures.gateReached());
        DomainEventMessage<?> aborted = model.stored(RolloutFixtures.aborted());
        model.deliver(List.of(Events.message(
                RolloutFixtures.aborted(),
                aborted.getSequenceNumber(),
                aborted.getTimestamp(),
                Map.of(RequestContext.REASON, "A better release is coming."))));

        assertThat(rollout().state()).isEqualTo(RolloutState.ABORTED);
        assertThat(rollout().reason()).isEqualTo("A better release is coming.");
        assertThat(rollout().waitingGates()).isEmpty();
        assertThat(rollout().outcomes()).isEqualTo(Map.of(MemberOutcome.RUNNING, 1, MemberOutcome.SKIPPED, 2));
        assertThat(member(RolloutFixtures.THIRD).reason()).isEqualTo("The rollout was aborted.");
        model.tell(RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.SUCCEEDED, ""));
        assertThat(rollout().outcomes()).isEqualTo(Map.of(MemberOutcome.SUCCEEDED, 1, MemberOutcome.SKIPPED, 2));
    }

    @Test
    void whatIsToldAgainChangesNothing() {
        model.tell(RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.SUCCEEDED, ""));
        List<RolloutMemberView> before = members(null, null);

        model.deliver(List.of(
                Events.message(RolloutFixtures.started(), 0, Events.AT, Map.of()),
                Events.message(RolloutFixtures.listed(), 1, Events.AT, Map.of()),
                Events.message(RolloutFixtures.memberStarted(RolloutFixtures.CANARY), 2, Events.AT, Map.of())));

        assertThat(members(null, null)).isEqualTo(before);
    }

    @Test
    void aChangeOfAnUnknownMemberIsNoticed() {
        assertThatThrownBy(() -> model.tell(RolloutFixtures.memberStarted(InstanceId.random())))
                .hasStackTraceContaining("is no member of rollout:");
    }

    @Test
    void tenThousandMembersAreListedInSeveralPartsAndReadPageByPage() {
        RolloutId id = RolloutId.random();
        List<RolloutMember> all = Collections.nCopies(10_000, 0).stream()
                .map(group -> new RolloutMember(InstanceId.random(), 0, group))
                .toList();
        model.tell(
                new RolloutStarted(id, RolloutFixtures.spec(), all.size(), RolloutFixtures.AUTHOR),
                new RolloutMembersListed(id, UpgradeFixtures.NEWER, all.subList(0, 4_000)),
                new RolloutMembersListed(id, UpgradeFixtures.NEWER, all.subList(4_000, all.size())));

        List<RolloutMember> read = new ArrayList<>();
        Page page = new Page(200, null);
        while (page != null) {
            RolloutMemberPage part = model.ask(new FindRolloutMembers(id, null, null, page), RolloutMemberPage.class);
            assertThat(part.info().totalCount()).isEqualTo(10_000);
            part.items().forEach(member -> read.add(member.member()));
            page = part.info().hasNextPage() ? new Page(200, part.cursors().getLast()) : null;
        }
        assertThat(read).isEqualTo(all);
        RolloutMemberPage last =
                model.ask(new FindRolloutMembers(id, null, null, new Page(1, null)), RolloutMemberPage.class);
        String foreign = last.cursors().getFirst() + "x";
        assertThatThrownBy(() -> model.ask(
                        new FindRolloutMembers(id, null, null, new Page(1, foreign)), RolloutMemberPage.class))
                .hasRootCauseInstanceOf(RejectedException.class);
    }

    @Test
    void rolloutsAreFoundByStateAndComponentAndCountedWithOneStatement() {
        List<RolloutId> ids =
                IntStream.range(0, 20).mapToObj(_ -> RolloutId.random()).toList();
        ids.forEach(id -> model.tell(new RolloutStarted(id, RolloutFixtures.spec(), 1, RolloutFixtures.AUTHOR)));
        model.tell(RolloutFixtures.paused());

        assertThat(find(RolloutState.PAUSED, VersionFixtures.COMPONENT))
                .extracting(RolloutView::id)
                .containsExactly(RolloutFixtures.ROLLOUT_ID);
        assertThat(find(null, new ComponentName("other"))).isEmpty();
        long before = model.statistics().getPrepareStatementCount();
        assertThat(find(null, VersionFixtures.COMPONENT)).hasSize(21);
        assertThat(model.statistics().getPrepareStatementCount() - before).isEqualTo(2);
    }

    @Test
    void aWatchedRolloutIsAnsweredAtOnce() {
        assertThat(model.askList(new WatchRollouts(RolloutFixtures.ROLLOUT_ID), RolloutView.class))
                .containsExactly(rollout());
        assertThat(model.askList(new WatchRollouts(null), RolloutView.class)).isEmpty();
    }

    private RolloutView rollout() {
        return model.askList(new GetRollouts(List.of(RolloutFixtures.ROLLOUT_ID)), RolloutView.class)
                .getFirst();
    }

    private RolloutMemberView member(InstanceId id) {
        return members(null, null).stream()
                .filter(member -> member.member().instanceId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<RolloutMemberView> members(MemberOutcome outcome, Integer stage) {
        return model.ask(
                        new FindRolloutMembers(RolloutFixtures.ROLLOUT_ID, outcome, stage, PAGE),
                        RolloutMemberPage.class)
                .items();
    }

    private List<RolloutView> find(RolloutState state, ComponentName component) {
        return model.ask(new FindRollouts(state, component, PAGE), RolloutPage.class)
                .items();
    }
}
