package io.keelson.graphql.rollout;

import io.keelson.api.upgrade.UpgradeRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which version to bring to whom, how, and why. */
record StartRolloutInput(
        String component,
        String version,
        @Nullable List<RolloutStageInput> stages,
        @Nullable Duration patience,
        @Nullable List<UpgradeRule> override,
        @Nullable String reason)
        implements RolloutSpecInput {}
