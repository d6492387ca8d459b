package io.keelson.command.instance;

import io.keelson.api.instance.DriverName;
import java.util.Set;

/** Which drivers new instances may choose here. */
@FunctionalInterface
public interface EnabledDrivers {
    Set<DriverName> names();
}
