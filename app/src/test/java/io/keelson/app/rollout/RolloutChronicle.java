package io.keelson.app.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.query.Page;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutCompleted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutStageCompleted;
import io.keelson.api.rollout.event.RolloutStageOpened;
import io.keelson.api.rollout.event.RolloutStopped;
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.PreviewedStage;
import io.keelson.api.rollout.query.RolloutMemberPage;
import io.keelson.api.rollout.query.RolloutMemberView;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.app.upgrade.HistoryPlatform;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/** Notes when everything happens to one rollout, so that it can be told like a preview. */
final class RolloutChronicle implements Consumer<Object> {
    private final RolloutId rollout;
    private final Clock clock;
    private final Map<Integer, Instant> opened = new HashMap<>();
    private final Map<Integer, Instant> completed = new HashMap<>();
    private final Map<InstanceId, Instant> ended = new HashMap<>();
    private final Map<OperationId, Instant> begun = new HashMap<>();
    private final Set<InstanceId> proposed = new HashSet<>();
    private Instant endedAt;

    RolloutChronicle(RolloutId rollout, Clock clock) {
        this.rollout = rollout;
        this.clock = clock;
    }

    @Override
    public void accept(Object event) {
        Instant now = clock.instant();
        if (event instanceof InstanceOperationRequested requested) {
            begun.put(requested.operationId(), now);
        } else if (event instanceof RolloutEvent own && own.rolloutId().equals(rollout)) {
            switch (own) {
                case RolloutStageOpened stage -> opened.put(stage.stage(), now);
                case RolloutStageCompleted stage -> completed.put(stage.stage(), now);
                case RolloutMemberProposed member -> proposed.add(member.instanceId());
                case RolloutMemberEnded member -> ended.put(member.instanceId(), now);
                case RolloutStopped _, RolloutCompleted _ -> endedAt = now;
                default -> {}
            }
        }
    }

    /** What has become of the rollout, in the form of a preview. */
    RolloutPreview told(HistoryPlatform platform, RolloutPreview like) {
        RolloutView view = platform.queries()
                .query(new GetRollouts(List.of(rollout)), ResponseTypes.multipleInstancesOf(RolloutView.class))
                .join()
                .getFirst();
        List<RolloutMemberView> members = platform.queries()
                .query(new FindRolloutMembers(rollout, null, null, new Page(100, null)), RolloutMemberPage.class)
                .join()
                .items();
        List<PreviewedStage> stages = new ArrayList<>();
        for (int stage = 0; stage < like.stages().size(); stage++) {
            PreviewedStage said = like.stages().get(stage);
            int index = stage;
            long size = members.stream()
                    .filter(member -> member.member().stage() == index)
                    .count();
            stages.add(new PreviewedStage(
                    view.spec().stages().get(stage).name(),
                    (int) size,
                    opened.get(stage),
                    completed.get(stage),
                    said.needsApproval()));
        }
        return new RolloutPreview(
                view.state(),
                view.reason(),
                view.state() == RolloutState.RUNNING ? null : endedAt,
                stages,
                members.stream().map(this::told).toList());
    }

    private PreviewedMember told(RolloutMemberView member) {
        InstanceId id = member.member().instanceId();
        return new PreviewedMember(
                member.member(),
                member.outcome(),
                begun.get(rollout.operation(id, 0)),
                ended.get(id),
                proposed.contains(id),
                reason(member.outcome(), member.reason()));
    }

    /** Why an upgrade fails, and who waits for whom, a preview puts in words of its own. */
    static String reason(MemberOutcome outcome, String reason) {
        return outcome == MemberOutcome.SKIPPED ? reason : "";
    }
}
