package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Small rollouts for tests. */
final class Plans {
    static final RolloutId ID = new RolloutId(new UUID(0, 1));
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final Duration PATIENCE = Duration.ofDays(2);

    private Plans() {}

    static InstanceId instance(int number) {
        return new InstanceId(new UUID(0, number));
    }

    static RolloutGroup group(String name) {
        return new RolloutGroup(name, MemberSelector.ALL, null, null, RolloutGate.OPEN);
    }

    /** One group, one after the other, none may fail. */
    static RolloutStage stage(String name) {
        return stage(name, "1", "0", false, null, RolloutGate.OPEN, Duration.ZERO);
    }

    static RolloutStage stage(
            String name,
            String concurrency,
            String budget,
            boolean exact,
            String minimum,
            RolloutGate gate,
            Duration soak) {
        return new RolloutStage(
                name,
                List.of(group("all")),
                Share.parse(concurrency),
                Share.parse(budget),
                exact,
                minimum == null ? null : Share.parse(minimum),
                gate,
                soak);
    }

    static RolloutStarted started(RolloutStage... stages) {
        RolloutSpec spec = new RolloutSpec(
                new ComponentName("shop"), new SemanticVersion("1.1.0"), List.of(stages), PATIENCE, Set.of());
        return new RolloutStarted(ID, spec, 0, "anna");
    }

    /** So many members of the first group of a stage, numbered from {@code from} on. */
    static List<RolloutMember> members(int stage, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new RolloutMember(instance(number), stage, 0))
                .toList();
    }
}
