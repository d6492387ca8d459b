package io.keelson.saga.provisioning;

import io.keelson.api.operation.StepName;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.saga.SagaStateContract;
import java.util.List;

class ProvisioningSagaStateTest extends SagaStateContract<ProvisioningSaga> {
    @Override
    protected List<ProvisioningSaga> moments() {
        return List.of(new ProvisioningSaga(), running(), retrying(), rollingBack(), leavingSomething(), over());
    }

    private ProvisioningSaga running() {
        ProvisioningSaga saga = new ProvisioningSaga();
        saga.react(InstanceFixtures.provisioningRequested(), gateway);
        for (StepName step : StepName.ofProvisioning()) {
            if (step.compareTo(StepName.START) <= 0) {
                saga.react(ProvisioningStory.succeeded(step), gateway);
            }
        }
        return saga;
    }

    private ProvisioningSaga retrying() {
        ProvisioningSaga saga = running();
        saga.react(
                ProvisioningStory.failed(
                        ProvisioningStory.apply(StepName.HEALTH_CHECK, 1), InstanceFixtures.RETRYABLE_ERROR),
                gateway,
                ProvisioningStory.RETRIES);
        return saga;
    }

    private ProvisioningSaga rollingBack() {
        ProvisioningSaga saga = running();
        saga.react(
                ProvisioningStory.failed(
                        ProvisioningStory.apply(StepName.HEALTH_CHECK, 1), InstanceFixtures.FINAL_ERROR),
                gateway,
                ProvisioningStory.RETRIES);
        return saga;
    }

    private ProvisioningSaga leavingSomething() {
        ProvisioningSaga saga = rollingBack();
        saga.react(
                ProvisioningStory.failed(
                        ProvisioningStory.remove(StepName.HEALTH_CHECK, 2), InstanceFixtures.FINAL_ERROR),
                gateway,
                ProvisioningStory.RETRIES);
        return saga;
    }

    private ProvisioningSaga over() {
        ProvisioningSaga saga = running();
        for (StepName step : StepName.ofProvisioning()) {
            saga.react(ProvisioningStory.succeeded(step), gateway);
        }
        return saga;
    }
}
