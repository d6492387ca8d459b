package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutCompleted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutStageCompleted;
import io.keelson.api.rollout.event.RolloutStageOpened;
import io.keelson.api.rollout.event.RolloutStopped;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.PreviewedStage;
import io.keelson.api.rollout.query.RolloutPreview;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes when everything happens in a preview. */
final class PreviewTrace {
    private final RolloutProgress progress;
    private final Map<Integer, Instant> opened = new HashMap<>();
    private final Map<Integer, Instant> completed = new HashMap<>();
    private final Map<InstanceId, Instant> started = new HashMap<>();
    private final Map<InstanceId, Instant> ended = new HashMap<>();
    private final Set<InstanceId> proposed = new HashSet<>();
    private String reason = "";
    private @Nullable Instant endsAt;
    private boolean moved;

    PreviewTrace(RolloutProgress progress) {
        this.progress = progress;
    }

    void add(RolloutEvent event, Instant now) {
        moved = true;
        switch (event) {
            case RolloutStageOpened stage -> opened.put(stage.stage(), now);
            case RolloutStageCompleted stage -> completed.put(stage.stage(), now);
            case RolloutMemberProposed member -> proposed.add(member.instanceId());
            case RolloutMemberStarted member -> started.put(member.instanceId(), now);
            case RolloutMemberEnded member -> ended.put(member.instanceId(), now);
            case RolloutStopped stopped -> {
                reason = stopped.reason();
                endsAt = now;
            }
            case RolloutCompleted _ -> endsAt = now;
            default -> {}
        }
    }

    /** Whether anything has happened since this was asked last. */
    boolean takeMoved() {
        boolean before = moved;
        moved = false;
        return before;
    }

    RolloutPreview preview() {
        return new RolloutPreview(
                progress.state(),
                reason,
                progress.state() == RolloutState.RUNNING ? null : endsAt,
                progress.stages().stream().map(this::stage).toList(),
                progress.members().stream().map(this::member).toList());
    }

    private PreviewedStage stage(StageProgress stage) {
        boolean needsApproval = stage.gate().needsApproval()
                || stage.groups().stream().anyMatch(group -> group.gate().needsApproval());
        return new PreviewedStage(
                stage.stage().name(),
                stage.size(),
                opened.get(stage.index()),
                completed.get(stage.index()),
                needsApproval);
    }

    private PreviewedMember member(MemberProgress member) {
        InstanceId id = member.instanceId();
        return new PreviewedMember(
                member.member(),
                member.outcome(),
                started.get(id),
                ended.get(id),
                proposed.contains(id),
                member.reason());
    }
}
