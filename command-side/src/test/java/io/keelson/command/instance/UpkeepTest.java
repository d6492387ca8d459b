package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RecordInstanceDrift;
import io.keelson.api.instance.command.RecordInstanceHealth;
import io.keelson.api.instance.event.InstanceDriftChanged;
import io.keelson.api.instance.event.InstanceHealthChanged;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.StepName;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.InstanceFixtures;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final InstanceId ID = InstanceFixtures.INSTANCE_ID;
    private static final InstanceHealthChanged SICK =
            InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY);
    private static final HealInstance HEAL = new HealInstance(ID, InstanceFixtures.LIVING_ID, 2);
    private static final Map<String, String> URL = Map.of("url", InstanceFixtures.URL);

    private TestExecutor<Instance> given(Object... events) {
        return new AggregateTestFixture<>(Instance.class)
                .registerInjectableResource(new InMemoryClaims())
                .given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated())
                .andGiven(events);
    }

    private static RecordInstanceHealth says(InstanceHealth health, boolean leftAlone) {
        return new RecordInstanceHealth(ID, health, SICK.reason(), leftAlone, null);
    }

    @Test
    void anotherHealthIsAnEvent() {
        given().when(says(InstanceHealth.UNHEALTHY, false)).expectEvents(SICK);
    }

    @Test
    void theSameHealthIsNone() {
        given().when(says(InstanceHealth.HEALTHY, false)).expectNoEvents();
        given(SICK).when(says(InstanceHealth.UNHEALTHY, false)).expectNoEvents();
    }

    @Test
    void givingUpIsAnEventAlsoWhenTheHealthStaysTheSame() {
        given(SICK)
                .when(says(InstanceHealth.UNHEALTHY, true))
                .expectEvents(new InstanceHealthChanged(
                        ID,
                        InstanceFixtures.OPERATION_ID,
                        InstanceHealth.UNHEALTHY,
                        InstanceHealth.UNHEALTHY,
                        SICK.reason(),
                        true,
                        null));
    }

    @Test
    void whatIsSuspendedOrBusyHasNoHealthToRecord() {
        given(InstanceFixtures.suspended())
                .when(says(InstanceHealth.UNHEALTHY, false))
                .expectNoEvents();
        given(InstanceFixtures.requested(OperationKind.BACKUP))
                .when(says(InstanceHealth.UNHEALTHY, false))
                .expectNoEvents();
    }

    @Test
    void healingIsAnOperationThatEndsWithARestart() {
        given(SICK)
                .when(HEAL)
                .expectResultMessagePayload(InstanceFixtures.LIVING_ID)
                .expectEvents(new InstanceOperationRequested(
                        ID,
                        InstanceFixtures.LIVING_ID,
                        OperationKind.HEAL,
                        InstanceFixtures.blueprint(),
                        null,
                        Map.of(OperationParameter.ATTEMPT, "2")));
        given(InstanceFixtures.requested(OperationKind.HEAL))
                .when(new CompleteInstanceOperation(ID, InstanceFixtures.LIVING_ID, URL))
                .expectEvents(InstanceFixtures.restarted(true));
    }

    @Test
    void healingLeavesTheHealthAsItWasAndARestartDoesNot() {
        given(SICK, InstanceFixtures.requested(OperationKind.HEAL), InstanceFixtures.restarted(true))
                .when(says(InstanceHealth.UNHEALTHY, false))
                .expectNoEvents();
        given(SICK, InstanceFixtures.requested(OperationKind.RESTART), InstanceFixtures.restarted(false))
                .when(says(InstanceHealth.HEALTHY, false))
                .expectNoEvents();
    }

    @Test
    void nothingIsHealedInMaintenance() {
        given(InstanceFixtures.maintenanceSwitched(true))
                .when(HEAL)
                .expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"))
                .expectNoEvents();
    }

    @Test
    void aSuspendedInstanceIsReconciledWithoutBeingStarted() {
        given(InstanceFixtures.suspended())
                .when(new ReconcileInstance(
                        ID,
                        InstanceFixtures.LIVING_ID,
                        List.of(StepName.NETWORK, StepName.START, StepName.HEALTH_CHECK, StepName.ACTIVATE),
                        "Gone."))
                .expectEvents(new InstanceOperationRequested(
                        ID,
                        InstanceFixtures.LIVING_ID,
                        OperationKind.RECONCILE,
                        InstanceFixtures.blueprint(),
                        null,
                        Map.of(OperationParameter.STEPS, "NETWORK,STOP", OperationParameter.CAUSE, "Gone.")));
    }

    @Test
    void aReconciliationThatTouchedNoAddressEndsWithoutOne() {
        given(InstanceFixtures.requested(OperationKind.RECONCILE))
                .when(new CompleteInstanceOperation(ID, InstanceFixtures.LIVING_ID, Map.of()))
                .expectEvents(InstanceFixtures.reconciled());
    }

    @Test
    void driftIsAnEventOnlyWhenItChanges() {
        List<DriftFinding> findings = InstanceFixtures.driftChanged().findings();
        given().when(new RecordInstanceDrift(ID, findings)).expectEvents(InstanceFixtures.driftChanged());
        given(InstanceFixtures.driftChanged())
                .when(new RecordInstanceDrift(ID, findings))
                .expectNoEvents();
        given(InstanceFixtures.driftChanged())
                .when(new RecordInstanceDrift(ID, List.of()))
                .expectEvents(new InstanceDriftChanged(ID, InstanceFixtures.OPERATION_ID, List.of()));
    }
}
