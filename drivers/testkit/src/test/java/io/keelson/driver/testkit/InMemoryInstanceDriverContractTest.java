package io.keelson.driver.testkit;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;

class InMemoryInstanceDriverContractTest implements InstanceLifecycleContract, InstanceUpkeepContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public InstanceDriver newDriver() {
        return new InMemoryInstanceDriver(world);
    }

    @Override
    public InstanceSpec newSpec() {
        return InstanceSpecFixtures.aSpec();
    }
}
