package io.keelson.graphql.rollout;

import io.keelson.api.rollout.RolloutGate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What must have happened before something begins, as a caller describes it. */
record RolloutGateInput(
        @Nullable Boolean approval, @Nullable Instant notBefore) {
    /** Null means nothing. */
    static RolloutGate gate(@Nullable RolloutGateInput input) {
        return input == null
                ? RolloutGate.OPEN
                : new RolloutGate(Boolean.TRUE.equals(input.approval()), input.notBefore());
    }
}
