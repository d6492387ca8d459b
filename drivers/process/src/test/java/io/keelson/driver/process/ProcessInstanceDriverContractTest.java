package io.keelson.driver.process;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.testkit.InstanceLifecycleContract;
import io.keelson.driver.testkit.InstanceUpkeepContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ProcessInstanceDriverContractTest implements InstanceLifecycleContract, InstanceUpkeepContract {
    @TempDir
    private Path root;

    private ProcessWorld world;

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @Override
    public InstanceDriver newDriver() {
        return world.newDriver();
    }

    @Override
    public InstanceSpec newSpec() {
        return TestWorkload.tinyServer()
                .withPrepare("echo prepared > prepared.txt")
                .withMigrate("test -f prepared.txt")
                .spec();
    }
}
