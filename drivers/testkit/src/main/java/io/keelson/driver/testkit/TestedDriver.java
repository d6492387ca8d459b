package io.keelson.driver.testkit;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;

/** The driver that a contract is about. */
public interface TestedDriver {
    /** A new driver object upon the same world, as after a restart of the control plane. */
    InstanceDriver newDriver();

    /** A specification that fits the driver, under an id that was never used. */
    InstanceSpec newSpec();
}
