package io.keelson.graphql.rollout;

import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rollout is to do, as callers describe it, whether it starts or is only previewed; what is null takes its default. */
interface RolloutSpecInput {
    String component();

    String version();

    @Nullable
    List<RolloutStageInput> stages();

    @Nullable
    Duration patience();

    @Nullable
    List<UpgradeRule> override();

    default RolloutSpec toSpec() {
        List<RolloutStageInput> stages = stages();
        List<UpgradeRule> override = override();
        return new RolloutSpec(
                new ComponentName(component()),
                InputField.read("version", version(), SemanticVersion::new),
                stages == null ? UsualStages.ALL : InputField.each("stages", stages, RolloutStageInput::toStage),
                Objects.requireNonNullElse(patience(), RolloutSpec.PATIENCE),
                override == null ? Set.of() : Set.copyOf(override));
    }
}
