package io.keelson.saga.operation;

import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.saga.SagaStateContract;
import io.keelson.saga.step.RetryPolicy;
import java.util.List;

class InstanceOperationSagaStateTest extends SagaStateContract<InstanceOperationSaga> {
    @Override
    protected List<InstanceOperationSaga> moments() {
        return List.of(new InstanceOperationSaga(), running(), rollingBack(), cancelled());
    }

    private InstanceOperationSaga running() {
        InstanceOperationSaga saga = new InstanceOperationSaga();
        saga.react(OperationStory.request(OperationKind.RESUME), gateway);
        OperationStory.plan(OperationKind.RESUME)
                .subList(0, 3)
                .forEach(step -> saga.react(OperationStory.succeeded(step), gateway));
        return saga;
    }

    private InstanceOperationSaga rollingBack() {
        InstanceOperationSaga saga = running();
        saga.react(
                OperationStory.failed(OperationStory.plan(OperationKind.RESUME).get(3), InstanceFixtures.FINAL_ERROR),
                gateway,
                RetryPolicy.DEFAULT);
        return saga;
    }

    private InstanceOperationSaga cancelled() {
        InstanceOperationSaga saga = running();
        saga.react(new OperationCancellationRequested(InstanceFixtures.LIVING_ID));
        return saga;
    }
}
