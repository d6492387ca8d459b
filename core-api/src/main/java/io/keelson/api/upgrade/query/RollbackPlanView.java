package io.keelson.api.upgrade.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.upgrade.DataLossRisk;
import io.keelson.api.upgrade.RollbackStepView;
import io.keelson.api.version.SemanticVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last upgrade would be taken back.
 *
 * @param obstacle why there is no way back, or null when there is
 * @param to the version that would run again, or null when there was no upgrade
 * @param dataLoss in words what can be lost
 */
public record RollbackPlanView(
        InstanceId instanceId,
        SemanticVersion from,
        @Nullable SemanticVersion to,
        @Nullable String obstacle,
        List<RollbackStepView> steps,
        Duration estimatedDuration,
        DataLossRisk dataLossRisk,
        String dataLoss) {}
