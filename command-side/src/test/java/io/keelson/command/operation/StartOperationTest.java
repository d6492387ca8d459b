package io.keelson.command.operation;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StartOperationTest {
    private static final StartOperation START = new StartOperation(
            InstanceFixtures.OPERATION_ID,
            OperationKind.PROVISION,
            InstanceFixtures.blueprint(),
            OperationFixtures.PLAN);

    private final FixtureConfiguration<Operation> fixture =
            new AggregateTestFixture<>(Operation.class).registerInjectableResource(new InMemoryClaims());

    @Test
    void anOperationStartsWithItsFirstStep() {
        fixture.givenNoPriorActivity()
                .when(START)
                .expectEvents(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(OperationFixtures.attempt(StepName.VALIDATE, 1)));
    }

    @Test
    void startingTwiceRecordsNothingMore() {
        // The repeated command leaves its aggregate empty, which the fixture takes for a hidden change.
        fixture.setReportIllegalStateChange(false);

        fixture.givenCommands(START)
                .when(START)
                .expectResultMessagePayload(InstanceFixtures.OPERATION_ID)
                .expectNoEvents();
    }

    @Test
    void aPlanWithoutStepsIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new StartOperation(
                        InstanceFixtures.OPERATION_ID,
                        OperationKind.PROVISION,
                        InstanceFixtures.blueprint(),
                        List.of()))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "plan"));
    }
}
