package io.keelson.saga.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradePlansTest {
    @ParameterizedTest
    @EnumSource(names = {"UPGRADE", "ROLLBACK"})
    void theWorkloadIsToldOfItsMaintenanceAndOfItsEnd(OperationKind kind) {
        assertThat(steps(kind, Map.of()))
                .extracting(PlannedStep::name)
                .containsSubsequence(StepName.MAINTENANCE, StepName.STOP, StepName.START, StepName.LEAVE_MAINTENANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPGRADE", "ROLLBACK"})
    void whatWasInMaintenanceBeforeStaysInIt(OperationKind kind) {
        assertThat(steps(kind, Map.of(OperationParameter.STAYS_IN_MAINTENANCE, "true")))
                .extracting(PlannedStep::name)
                .contains(StepName.STOP, StepName.START)
                .doesNotContain(StepName.MAINTENANCE, StepName.LEAVE_MAINTENANCE);
    }

    private static List<PlannedStep> steps(OperationKind kind, Map<String, String> parameters) {
        return OperationPlans.of(kind)
                .steps(new InstanceOperationRequested(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.LIVING_ID,
                        kind,
                        InstanceFixtures.blueprint(),
                        UpgradeFixtures.upgraded(),
                        parameters));
    }
}
