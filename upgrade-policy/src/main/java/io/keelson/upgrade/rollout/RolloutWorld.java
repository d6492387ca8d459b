package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.upgrade.UpgradeDecision;
import java.time.Instant;

/** What a preview knows of the instances: the decision about one of them, as it would be at a moment. */
@FunctionalInterface
public interface RolloutWorld {
    /**
     * Decides about the version of the rollout.
     *
     * @param approved whether the customer has agreed
     */
    UpgradeDecision decide(InstanceId instanceId, Instant at, boolean approved);
}
