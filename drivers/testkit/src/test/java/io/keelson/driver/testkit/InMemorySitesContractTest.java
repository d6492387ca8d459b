package io.keelson.driver.testkit;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.SitedDriver;
import java.util.Map;

class InMemorySitesContractTest implements InstanceMigrationContract {
    private final InMemoryWorld here = new InMemoryWorld();
    private final InMemoryWorld there = here.beside();

    @Override
    public InstanceDriver newDriver() {
        return new SitedDriver(
                "local", Map.of("local", new InMemoryInstanceDriver(here), "north", new InMemoryInstanceDriver(there)));
    }

    @Override
    public InstanceSpec newSpec() {
        return InstanceSpecFixtures.aSpec();
    }

    @Override
    public String otherRegion() {
        return "north";
    }
}
