package io.keelson.command.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.operation.OperationId;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.InstanceFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinishProvisioningTest {
    private static final ClaimKey NAME = new ClaimKey(ClaimKind.INSTANCE_NAME, "shop-1");
    private static final ActivateInstance ACTIVATE =
            new ActivateInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, InstanceFixtures.URL);
    private static final FailProvisioning FAIL = new FailProvisioning(
            InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, InstanceFixtures.FINAL_ERROR);

    private final InMemoryClaims claims = new InMemoryClaims();
    private final FixtureConfiguration<Instance> fixture =
            new AggregateTestFixture<>(Instance.class).registerInjectableResource(claims);

    @BeforeEach
    void claimName() {
        claims.claim(NAME, InstanceFixtures.INSTANCE_ID.toString());
    }

    @Test
    void aProvisionedInstanceBecomesActive() {
        fixture.given(InstanceFixtures.provisioningRequested())
                .when(ACTIVATE)
                .expectEvents(InstanceFixtures.activated());
    }

    @Test
    void activatingTwiceRecordsNothingMore() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated())
                .when(ACTIVATE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherOperationCannotActivate() {
        fixture.given(InstanceFixtures.provisioningRequested())
                .when(new ActivateInstance(InstanceFixtures.INSTANCE_ID, OperationId.random(), InstanceFixtures.URL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFailedProvisioningFreesTheName() {
        fixture.given(InstanceFixtures.provisioningRequested())
                .when(FAIL)
                .expectEvents(InstanceFixtures.provisioningFailed());

        assertThat(claims.isFree(NAME)).isTrue();
    }

    @Test
    void anActiveInstanceCannotFailItsProvisioning() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated())
                .when(FAIL)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();

        assertThat(claims.isFree(NAME)).isFalse();
    }

    @Test
    void failingTwiceRecordsNothingMore() {
        fixture.given(InstanceFixtures.provisioningRequested(), InstanceFixtures.provisioningFailed())
                .when(FAIL)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
