package io.keelson.graphql.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.graphql.input.InputField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rollout would be, and what to take for granted; what is null takes its default. */
record PreviewRolloutInput(
        String component,
        String version,
        @Nullable List<RolloutStageInput> stages,
        @Nullable Duration patience,
        @Nullable List<UpgradeRule> override,
        @Nullable Instant at,
        @Nullable Duration upgradeDuration,
        @Nullable List<String> failing)
        implements RolloutSpecInput {
    PreviewRollout toQuery(Instant now) {
        List<InstanceId> failed = failing == null
                ? List.of()
                : failing.stream()
                        .map(id -> InputField.read("failing", id, InstanceId::parse))
                        .toList();
        return new PreviewRollout(
                toSpec(),
                Objects.requireNonNullElse(at, now),
                Objects.requireNonNullElse(upgradeDuration, PreviewRollout.UPGRADE_DURATION),
                Set.copyOf(failed));
    }
}
