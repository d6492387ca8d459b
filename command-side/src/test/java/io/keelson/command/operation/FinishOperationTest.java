package io.keelson.command.operation;

import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class FinishOperationTest {
    private static final OperationFinished FINISHED =
            new OperationFinished(InstanceFixtures.OPERATION_ID, OperationState.SUCCEEDED, "Active");

    private final FixtureConfiguration<Operation> fixture = new AggregateTestFixture<>(Operation.class);

    @Test
    void anOperationEnds() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(OperationFixtures.attempt(StepName.VALIDATE, 1)))
                .when(new FinishOperation(InstanceFixtures.OPERATION_ID, OperationState.SUCCEEDED, "Active"))
                .expectEvents(FINISHED);
    }

    @Test
    void anOperationEndsOnce() {
        fixture.given(OperationFixtures.started(), FINISHED)
                .when(new FinishOperation(InstanceFixtures.OPERATION_ID, OperationState.FAILED, "Too late"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anEndedOperationDoesNotTurnRound() {
        fixture.given(OperationFixtures.started(), FINISHED)
                .when(new BeginRollback(InstanceFixtures.OPERATION_ID, InstanceFixtures.FINAL_ERROR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
