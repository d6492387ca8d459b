package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.InstanceFixtures;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminateInstanceTest {
    private static final ClaimKey NAME = new ClaimKey(ClaimKind.INSTANCE_NAME, "shop-1");
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "The shop has closed");
    private static final TerminateInstance TERMINATE =
            new TerminateInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID);
    private static final TerminateInstance TERMINATE_AGAIN =
            new TerminateInstance(InstanceFixtures.INSTANCE_ID, OperationId.random());
    private static final CompleteTermination COMPLETE =
            new CompleteTermination(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID);
    private static final FailTermination FAIL = new FailTermination(
            InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID, InstanceFixtures.FINAL_ERROR);

    private final InMemoryClaims claims = new InMemoryClaims();
    private final FixtureConfiguration<Instance> fixture =
            new AggregateTestFixture<>(Instance.class).registerInjectableResource(claims);

    @BeforeEach
    void claimName() {
        claims.claim(NAME, InstanceFixtures.INSTANCE_ID.toString());
    }

    @Test
    void anActiveInstanceIsTerminated() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated())
                .when(TERMINATE, WITH_REASON)
                .expectResultMessagePayload(InstanceFixtures.TERMINATION_ID)
                .expectEvents(InstanceFixtures.terminationRequested());
    }

    @Test
    void terminatingNeedsAReason() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated())
                .when(TERMINATE)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"))
                .expectNoEvents();
    }

    @Test
    void anInstanceThatIsBeingProvisionedIsRefused() {
        fixture.given(InstanceFixtures.provisioningRequested())
                .when(TERMINATE, WITH_REASON)
                .expectException(refusal(ErrorCode.OPERATION_IN_PROGRESS, "instanceId"));
    }

    @Test
    void whatAFailedProvisioningMayHaveLeftCanBeTerminated() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.provisioningFailed())
                .when(TERMINATE, WITH_REASON)
                .expectEvents(InstanceFixtures.terminationRequested());
    }

    @Test
    void askingAgainAnswersWithTheOperationThatRuns() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested())
                .when(TERMINATE_AGAIN, WITH_REASON)
                .expectResultMessagePayload(InstanceFixtures.TERMINATION_ID)
                .expectNoEvents();
    }

    @Test
    void askingAfterTheEndAnswersWithTheOperationThatRan() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested(),
                        InstanceFixtures.terminated())
                .when(TERMINATE_AGAIN, WITH_REASON)
                .expectResultMessagePayload(InstanceFixtures.TERMINATION_ID)
                .expectNoEvents();
    }

    @Test
    void aFailedTerminationCanBeAskedForAgain() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested(),
                        InstanceFixtures.terminationFailed())
                .when(TERMINATE_AGAIN, WITH_REASON)
                .expectResultMessagePayload(TERMINATE_AGAIN.operationId())
                .expectEvents(new InstanceTerminationRequested(
                        InstanceFixtures.INSTANCE_ID, TERMINATE_AGAIN.operationId(), InstanceFixtures.blueprint()));
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        fixture.givenNoPriorActivity().when(TERMINATE, WITH_REASON).expectException(AggregateNotFoundException.class);
    }

    @Test
    void completingFreesTheName() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested())
                .when(COMPLETE)
                .expectEvents(InstanceFixtures.terminated());

        assertThat(claims.isFree(NAME)).isTrue();
    }

    @Test
    void theNewOwnerOfAFreedNameKeepsIt() {
        claims.release(NAME, InstanceFixtures.INSTANCE_ID.toString());
        claims.claim(NAME, "instance:other");

        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.provisioningFailed(),
                        InstanceFixtures.terminationRequested())
                .when(COMPLETE)
                .expectEvents(InstanceFixtures.terminated());

        assertThat(claims.isFree(NAME)).isFalse();
    }

    @Test
    void completingTwiceRecordsNothingMore() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested(),
                        InstanceFixtures.terminated())
                .when(COMPLETE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFailedTerminationKeepsTheName() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested())
                .when(FAIL)
                .expectEvents(InstanceFixtures.terminationFailed());

        assertThat(claims.isFree(NAME)).isFalse();
    }

    @Test
    void failingAfterTheEndRecordsNothingMore() {
        fixture.given(
                        InstanceFixtures.provisioningRequested(),
                        InstanceFixtures.activated(),
                        InstanceFixtures.terminationRequested(),
                        InstanceFixtures.terminated())
                .when(FAIL)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
