package io.keelson.saga.termination;

import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.saga.SagaStateContract;
import io.keelson.saga.step.RetryPolicy;
import java.util.List;

class TerminationSagaStateTest extends SagaStateContract<TerminationSaga> {
    @Override
    protected List<TerminationSaga> moments() {
        return List.of(new TerminationSaga(), running(), leavingSomething());
    }

    private TerminationSaga running() {
        TerminationSaga saga = new TerminationSaga();
        saga.react(InstanceFixtures.terminationRequested(), gateway);
        return saga;
    }

    private TerminationSaga leavingSomething() {
        TerminationSaga saga = running();
        saga.react(
                new StepFailed(
                        InstanceFixtures.TERMINATION_ID,
                        OperationFixtures.removal(StepName.ACTIVATE, 1),
                        InstanceFixtures.FINAL_ERROR),
                gateway,
                RetryPolicy.DEFAULT);
        return saga;
    }
}
