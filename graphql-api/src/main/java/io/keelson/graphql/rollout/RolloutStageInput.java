package io.keelson.graphql.rollout;

import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.graphql.input.InputField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step of a rollout, as a caller describes it; what is null takes its default. */
record RolloutStageInput(
        String name,
        @Nullable List<RolloutGroupInput> groups,
        @Nullable String concurrency,
        @Nullable String failureBudget,
        @Nullable Boolean exactBudget,
        @Nullable String minimumSuccesses,
        @Nullable RolloutGateInput gate,
        @Nullable Duration soak) {
    /** The default of Azure Kubernetes Fleet Manager. */
    private static final String CONCURRENCY = "50";

    private static final String NOBODY = "0";

    RolloutStage toStage() {
        return new RolloutStage(
                name,
                groups == null
                        ? List.of(RolloutGroupInput.EVERYBODY)
                        : InputField.each("groups", groups, RolloutGroupInput::toGroup),
                InputField.read("concurrency", Objects.requireNonNullElse(concurrency, CONCURRENCY), Share::parse),
                InputField.read("failureBudget", Objects.requireNonNullElse(failureBudget, NOBODY), Share::parse),
                Boolean.TRUE.equals(exactBudget),
                InputField.readOptional("minimumSuccesses", minimumSuccesses, Share::parse),
                RolloutGateInput.gate(gate),
                Objects.requireNonNullElse(soak, Duration.ZERO));
    }
}
