package io.keelson.command.operation;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.command.CancelOperation;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CancelOperationTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Wrong shop");
    private static final CancelOperation CANCEL = new CancelOperation(OPERATION_ID);

    private final AggregateTestFixture<Operation> fixture = new AggregateTestFixture<>(Operation.class);

    @Test
    void aRunningOperationIsCalledOff() {
        fixture.given(OperationFixtures.started())
                .when(CANCEL, WITH_REASON)
                .expectEvents(new OperationCancellationRequested(OPERATION_ID));
    }

    @Test
    void callingOffNeedsAReason() {
        fixture.given(OperationFixtures.started())
                .when(CANCEL)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void callingOffTwiceIsCallingOffOnce() {
        fixture.given(OperationFixtures.started(), new OperationCancellationRequested(OPERATION_ID))
                .when(CANCEL, WITH_REASON)
                .expectNoEvents();
    }

    @Test
    void whatIsOverIsNotCalledOff() {
        fixture.given(
                        OperationFixtures.started(),
                        new OperationFinished(OPERATION_ID, OperationState.SUCCEEDED, "Done"))
                .when(CANCEL, WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "operationId"));
    }

    @Test
    void whatIsBeingTakenBackIsNotCalledOff() {
        fixture.given(OperationFixtures.started(), new RollbackStarted(OPERATION_ID, InstanceFixtures.FINAL_ERROR))
                .when(CANCEL, WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "operationId"));
    }

    @Test
    void aTerminationIsNotCalledOff() {
        fixture.given(new OperationStarted(
                        OPERATION_ID, OperationKind.TERMINATE, InstanceFixtures.blueprint(), OperationFixtures.PLAN))
                .when(CANCEL, WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "operationId"));
    }
}
