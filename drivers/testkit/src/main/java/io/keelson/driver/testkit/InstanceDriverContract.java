package io.keelson.driver.testkit;

/**
 * What every driver does, whatever it drives. A test class implements this interface for its driver; each test works on
 * instances of its own and removes them.
 */
public interface InstanceDriverContract
        extends InstanceBuildingContract,
                InstanceRemovalContract,
                InstanceCrashContract,
                InstanceRefusalContract,
                InstanceCommandContract {}
