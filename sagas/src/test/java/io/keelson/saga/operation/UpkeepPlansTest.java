package io.keelson.saga.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.fixture.InstanceFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpkeepPlansTest {
    @Test
    void aReconciliationStopsFirstAndThenFollowsTheOrderOfAProvisioning() {
        assertThat(reconcile("START,ACTIVATE,STOP,ENVIRONMENT,NETWORK,HEALTH_CHECK"))
                .extracting(PlannedStep::name)
                .containsExactly(
                        StepName.STOP,
                        StepName.NETWORK,
                        StepName.ENVIRONMENT,
                        StepName.START,
                        StepName.HEALTH_CHECK,
                        StepName.ACTIVATE);
    }

    @Test
    void nothingOfUpkeepIsTakenBack() {
        for (OperationKind kind : List.of(OperationKind.HEAL, OperationKind.RESTART)) {
            assertThat(OperationPlans.of(kind).steps(InstanceFixtures.requested(kind)))
                    .extracting(PlannedStep::undo)
                    .containsOnly(StepUndo.NOTHING);
        }
        assertThat(reconcile("DATABASE")).extracting(PlannedStep::undo).containsOnly(StepUndo.NOTHING);
    }

    @Test
    void onlyARestartStopsWhatRuns() {
        assertThat(OperationPlans.of(OperationKind.HEAL).steps(InstanceFixtures.requested(OperationKind.HEAL)))
                .extracting(PlannedStep::name)
                .doesNotContain(StepName.STOP);
        assertThat(OperationPlans.of(OperationKind.RESTART).steps(InstanceFixtures.requested(OperationKind.RESTART)))
                .extracting(PlannedStep::name)
                .startsWith(StepName.STOP);
    }

    private static List<PlannedStep> reconcile(String steps) {
        return OperationPlans.of(OperationKind.RECONCILE)
                .steps(new InstanceOperationRequested(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.LIVING_ID,
                        OperationKind.RECONCILE,
                        InstanceFixtures.blueprint(),
                        null,
                        Map.of(OperationParameter.STEPS, steps)));
    }
}
