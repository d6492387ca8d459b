package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static org.hamcrest.Matchers.containsString;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownTenant;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class SuspendInstanceTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Not paid");
    private static final SuspensionCause TENANT = SuspensionCause.of("suspension:1");
    private static final SuspendInstance SUSPEND =
            new SuspendInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, SuspensionCause.PERSON);
    private static final ResumeInstance RESUME = new ResumeInstance(
            InstanceFixtures.INSTANCE_ID,
            new OperationId(InstanceFixtures.INSTANCE_ID.value()),
            SuspensionCause.PERSON);

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = InMemoryDirectory.ofFixtures();
    private final FixtureConfiguration<Instance> fixture = new AggregateTestFixture<>(Instance.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    private TestExecutor<Instance> active() {
        return fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated());
    }

    private TestExecutor<Instance> suspended(SuspensionCause cause) {
        return fixture.given(
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated(),
                InstanceFixtures.requested(OperationKind.SUSPEND),
                new InstanceSuspended(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, cause));
    }

    @Test
    void anActiveInstanceIsSuspended() {
        active().when(SUSPEND, WITH_REASON)
                .expectResultMessagePayload(InstanceFixtures.LIVING_ID)
                .expectEvents(InstanceFixtures.requested(OperationKind.SUSPEND));
    }

    @Test
    void aPersonResumesNothingOfASuspendedTenant() {
        directory.put(
                TenantFixtures.TENANT_ID, new KnownTenant(PartnerFixtures.PARTNER_ID, TenantStatus.SUSPENDED, null));

        suspended(SuspensionCause.PERSON)
                .when(RESUME)
                .expectException(refusal(ErrorCode.TENANT_SUSPENDED, "tenantId"))
                .expectNoEvents();
    }

    @Test
    void aPersonResumesNothingOfASuspendedPartner() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.SUSPENDED);

        suspended(SuspensionCause.PERSON)
                .when(RESUME)
                .expectException(refusal(ErrorCode.PARTNER_SUSPENDED, "partnerId"));
    }

    @Test
    void theSuspensionThatStoppedItMayStartItAgainUnderAnother() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.SUSPENDED);

        suspended(TENANT)
                .when(new ResumeInstance(InstanceFixtures.INSTANCE_ID, RESUME.operationId(), TENANT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void suspendingNeedsAReason() {
        active().when(SUSPEND).expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void theSameRequestAgainAnswersTheSameAndChangesNothing() {
        claims.claim(
                new ClaimKey(ClaimKind.REQUESTED_OPERATION, InstanceFixtures.LIVING_ID.toString()),
                InstanceFixtures.INSTANCE_ID.toString());

        suspended(SuspensionCause.PERSON)
                .when(SUSPEND, WITH_REASON)
                .expectResultMessagePayload(InstanceFixtures.LIVING_ID)
                .expectNoEvents();
    }

    @Test
    void aSecondOperationIsRefusedAndNamesTheFirst() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.requested(OperationKind.SUSPEND))
                .when(RESUME)
                .expectException(refusal(ErrorCode.OPERATION_IN_PROGRESS, "instanceId"))
                .expectExceptionMessage(containsString(InstanceFixtures.LIVING_ID.toString()));
    }

    @Test
    void anInstanceThatIsBeingSuspendedIsNotTerminated() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.requested(OperationKind.SUSPEND))
                .when(new TerminateInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID), WITH_REASON)
                .expectException(refusal(ErrorCode.OPERATION_IN_PROGRESS, "instanceId"));
    }

    @Test
    void theEndOfTheOperationSuspends() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        new InstanceOperationRequested(
                                InstanceFixtures.INSTANCE_ID,
                                InstanceFixtures.LIVING_ID,
                                OperationKind.SUSPEND,
                                InstanceFixtures.blueprint(),
                                null,
                                Map.of(OperationParameter.SUSPENSION_ID, "suspension:1")))
                .when(new CompleteInstanceOperation(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, Map.of()))
                .expectEvents(new InstanceSuspended(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, TENANT));
    }

    @Test
    void theEndOfAnotherOperationChangesNothing() {
        active().when(new CompleteInstanceOperation(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, Map.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFailedSuspensionLeavesTheInstanceActive() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.requested(OperationKind.SUSPEND),
                        InstanceFixtures.operationFailed())
                .when(
                        new SuspendInstance(InstanceFixtures.INSTANCE_ID, OperationId.random(), SuspensionCause.PERSON),
                        WITH_REASON)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatCouldNotBeTakenBackHasFailed() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.requested(OperationKind.SUSPEND),
                        new InstanceOperationFailed(
                                InstanceFixtures.INSTANCE_ID,
                                InstanceFixtures.LIVING_ID,
                                InstanceFixtures.FINAL_ERROR,
                                false))
                .when(SUSPEND, WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }

    @Test
    void failingAfterTheEndChangesNothing() {
        suspended(SuspensionCause.PERSON)
                .when(new FailInstanceOperation(
                        InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, InstanceFixtures.FINAL_ERROR, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatAPersonHasSuspendedAPersonResumes() {
        suspended(SuspensionCause.PERSON).when(RESUME).expectSuccessfulHandlerExecution();
    }

    @Test
    void whatATenantHasSuspendedAPersonDoesNotResume() {
        suspended(TENANT).when(RESUME).expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }

    @Test
    void aSuspendedInstanceIsNotSuspendedAgain() {
        suspended(SuspensionCause.PERSON)
                .when(new SuspendInstance(InstanceFixtures.INSTANCE_ID, OperationId.random(), TENANT), WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "instanceId"));
    }
}
