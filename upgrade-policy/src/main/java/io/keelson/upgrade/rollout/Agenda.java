package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rollout wants to know next. */
public final class Agenda {
    /** So many members are asked about at once. */
    private static final int MOST = 500;

    private final RolloutProgress progress;
    private final Instant now;

    private Agenda(RolloutProgress progress, Instant now) {
        this.progress = progress;
        this.now = now;
    }

    public static RolloutAgenda of(RolloutProgress progress, Instant now) {
        return progress.state() == RolloutState.RUNNING
                ? new Agenda(progress, now).agenda()
                : RolloutAgenda.empty(progress.started().spec());
    }

    private RolloutAgenda agenda() {
        StageProgress stage = progress.stage();
        if (stage.openedAt() == null) {
            return new RolloutAgenda(
                    progress.started().spec(),
                    List.of(),
                    List.of(),
                    stage.gate().opensAt(now));
        }
        return new RolloutAgenda(
                progress.started().spec(),
                stage.groups().stream()
                        .filter(group -> group.gate().passes(now))
                        .flatMap(group -> group.due(now).limit(stage.free(group)))
                        .map(MemberProgress::instanceId)
                        .limit(MOST)
                        .toList(),
                stage.soakUntil() == null ? List.of() : succeeded(stage),
                nextLook(stage, stage.openedAt()));
    }

    private static List<InstanceId> succeeded(StageProgress stage) {
        return stage.groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.outcome() == MemberOutcome.SUCCEEDED)
                .map(MemberProgress::instanceId)
                .toList();
    }

    private @Nullable Instant nextLook(StageProgress stage, Instant openedAt) {
        Instant patience = openedAt.plus(progress.started().spec().patience());
        Stream<Instant> members = stage.groups().stream()
                .filter(group -> stage.free(group) > 0)
                .flatMap(group -> group.pending().stream())
                .map(MemberProgress::until);
        Stream<Instant> gates =
                stage.groups().stream().map(group -> group.gate().opensAt(now));
        return Stream.of(members, gates, Stream.of(patience), Stream.ofNullable(stage.soakUntil()))
                .flatMap(moments -> moments)
                .filter(moment -> moment != null && moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
