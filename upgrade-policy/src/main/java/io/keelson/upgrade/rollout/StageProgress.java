package io.keelson.upgrade.rollout;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a stage has come. */
final class StageProgress {
    private final int index;
    private final RolloutStage stage;
    private final List<GroupProgress> groups = new ArrayList<>();
    private final GateProgress gate;
    private @Nullable Instant openedAt;
    private @Nullable Instant soakUntil;
    private boolean waived;
    private int size;

    StageProgress(int index, RolloutStage stage) {
        this.index = index;
        this.stage = stage;
        gate = new GateProgress(stage.gate());
        for (int group = 0; group < stage.groups().size(); group++) {
            groups.add(new GroupProgress(
                    new RolloutPlace(index, group), stage.groups().get(group)));
        }
    }

    void add(MemberProgress member) {
        groups.get(member.member().group()).add(member);
        size++;
    }

    void open(Instant at) {
        openedAt = at;
    }

    void soak(Instant until) {
        soakUntil = until;
    }

    /** What failed so far no longer counts; without another turn for it, neither do the successes that are missing. */
    void forgive(boolean retryFailed) {
        soakUntil = null;
        waived = !retryFailed;
        for (GroupProgress group : groups) {
            for (MemberProgress member : group.members()) {
                if (member.outcome() == MemberOutcome.FAILED) {
                    group.change(member, retryFailed ? MemberProgress::again : MemberProgress::forgive);
                }
            }
        }
    }

    /** How many more of a group may be started. */
    int free(GroupProgress group) {
        int free = stage.concurrency().atLeastOneOf(size) - running();
        if (stage.exactBudget()) {
            free = Math.min(free, budget() + 1 - failures() - running());
        }
        return Math.max(0, Math.min(free, group.free(stage.exactBudget())));
    }

    /** Why it must not go on, or null. */
    @Nullable
    String tooManyFailures() {
        if (failures() > budget()) {
            return "%d of %d members of stage \"%s\" failed; %d may."
                    .formatted(failures(), size, stage.name(), budget());
        }
        return groups.stream()
                .filter(GroupProgress::failedTooOften)
                .findFirst()
                .map(group -> "%d members of group \"%s\" of stage \"%s\" failed, more than may."
                        .formatted(group.failures(), group.name(), stage.name()))
                .orElse(null);
    }

    /** Why it is not enough, now that everybody had a turn, or null. */
    @Nullable
    String tooFewSuccesses() {
        Share minimum = stage.minimumSuccesses();
        if (minimum == null || waived || successes() >= minimum.roundedUpOf(size)) {
            return null;
        }
        return "%d of %d members of stage \"%s\" were upgraded; %d must be."
                .formatted(successes(), size, stage.name(), minimum.roundedUpOf(size));
    }

    private int budget() {
        return stage.failureBudget().roundedUpOf(size);
    }

    private int running() {
        return groups.stream().mapToInt(GroupProgress::running).sum();
    }

    private int failures() {
        return groups.stream().mapToInt(GroupProgress::failures).sum();
    }

    int successes() {
        return groups.stream().mapToInt(GroupProgress::successes).sum();
    }

    boolean isProcessed() {
        return groups.stream().allMatch(GroupProgress::isProcessed);
    }

    int index() {
        return index;
    }

    RolloutStage stage() {
        return stage;
    }

    GateProgress gate() {
        return gate;
    }

    List<GroupProgress> groups() {
        return groups;
    }

    int size() {
        return size;
    }

    /** When it has begun, or null. */
    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    /** Until when it soaks, or null. */
    @Nullable
    Instant soakUntil() {
        return soakUntil;
    }
}
